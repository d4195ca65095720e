import { readBody, settleBody } from './convert-body';
import { readOwnAddress } from './old-site/old-address';
import { addAttachment, createReferences, readFileLinks, type FileUse, type References, type Surroundings } from './old-site/references';
import { SiteFiles } from './old-site/site-files';
import { firstMatch, readBoolean, readDate, readNumber, readStructure, textOf } from './read-value';
import { Problems, type RowProblem } from './row-problems';
import type { FieldSource, Mapping } from './mapping';
import type { Row } from './sources/source-row';

/** A document ready to be written: values by attribute, components as objects, relations as documentIds. */
export interface Draft {
  key: string;
  data: Record<string, unknown>;
  /** Where it was on the old site: what others link to, and where a redirect starts from. */
  address?: { href: string; key: string } | undefined;
  /** What its body refers to, and what a person may want to look at. */
  references: References;
  /** Files by attribute. */
  files: Record<string, FileUse[]>;
  tables: number;
}

type From = Extract<FieldSource, { from: unknown }>;
const namesOf = ({ from }: From) => (typeof from === 'string' ? [from] : from);

function findValue(row: Row, source: From): { value: unknown; text: string; from: string } | undefined {
  for (const from of namesOf(source)) {
    const whole = textOf(row[from]);
    const text = whole && source.match ? firstMatch(whole, source.match) : whole;
    if (text) return { value: row[from], text, from };
  }
  return undefined;
}

function readField(row: Row, field: string, source: FieldSource, problems: Problems): unknown {
  if (typeof source === 'string') return textOf(row[source]);
  if ('value' in source) return source.value;
  const found = findValue(row, source);
  if (!found) return undefined;
  const { value, text, from } = found;
  if (source.map) {
    return source.map[text] ?? problems.add(field, `映射里没有“${text}”对应的值（来自 ${from}）`);
  }
  switch (source.as) {
    case 'json':
      return readStructure(value) ?? problems.add(field, `“${text.slice(0, 20)}”不是正确的 JSON`);
    case 'date':
      return readDate(text) ?? problems.add(field, `“${text}”不是日期，请写成 2026-11-22 或 2026年11月22日`);
    case 'number':
      return readNumber(text) ?? problems.add(field, `“${text}”不是数字`);
    case 'boolean':
      return readBoolean(text) ?? problems.add(field, `“${text}”不是“是”或“否”`);
    case 'list':
      return Array.isArray(value) ? value.map(String) : text.split(/[;；,，\n]/).map((part) => part.trim()).filter(Boolean);
    default:
      return text;
  }
}

/** Sets `a.b` inside a component. */
function assign(data: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined) return;
  const [name, part] = field.split('.') as [string, string | undefined];
  if (!part) data[name] = value;
  else data[name] = { ...(data[name] as object | undefined), [part]: value };
}

/** The name of a row that stays the same from one import to the next, or undefined when a part of it is empty. */
export function keyOf(row: Row, mapping: Mapping): string | undefined {
  const parts = mapping.key.map((field) => textOf(row[field]));
  return parts.every(Boolean) ? parts.join('\u001f') : undefined;
}

function readFiles(value: unknown, into: References, around: Surroundings): FileUse[] {
  for (const link of readFileLinks(value)) addAttachment(link, around, into);
  return into.attachments;
}

/**
 * Turns a row of the source into the data of a document. Relations are left to the caller, who knows the database.
 * @param siteFiles The files of the old site, for pictures and attachments.
 * @returns The draft, or every problem of the row at once.
 */
export function convertRow(row: Row, mapping: Mapping, siteFiles: SiteFiles = new SiteFiles(undefined)): { draft: Draft } | { problems: RowProblem[] } {
  const problems = new Problems();
  const key = keyOf(row, mapping) ?? problems.add(mapping.key.join('+'), '用来识别这一行的字段是空的');
  const data: Record<string, unknown> = {};
  for (const [field, source] of Object.entries(mapping.fields)) assign(data, field, readField(row, field, source, problems));

  const written = textOf(row[mapping.oldSite.address]);
  const address = written ? readOwnAddress(written) : undefined;
  const base = written && URL.canParse(written) ? written : (address?.href ?? '/');
  const around: Surroundings = { files: siteFiles, hosts: mapping.oldSite.hosts, base, title: textOf(data.title) ?? '', isOffice: row._format === 'html' && !mapping.pages };
  const references = createReferences();
  const attributes = new Map(Object.entries(mapping.files));
  // Attachments of a page are its own, whether a mapping names their field or not.
  if (!attributes.has('attachments') && (mapping.body || 'attachments' in row)) attributes.set('attachments', 'attachments');
  const body = readBody(row, mapping, around, references);
  const files: Draft['files'] = {};
  for (const [attribute, field] of attributes) {
    const list = readFiles(row[field], attribute === 'attachments' ? references : { ...createReferences(), remarks: references.remarks }, around);
    if (list.length) files[attribute] = list;
  }
  if (mapping.body && body) data[mapping.body.field] = settleBody(body, mapping.body, references, problems);
  for (const [field, source] of Object.entries(mapping.fields)) {
    if (typeof source === 'object' && 'as' in source && source.as === 'date' && !data[field]) references.remarks.push({ kind: 'unknown-date', detail: `${field} 是空的（来自 ${namesOf(source).join('、')}）` });
  }
  if (problems.list.length || !key) return { problems: problems.list };
  return { draft: { key, data, address, references, files, tables: body?.tables ?? 0 } };
}
