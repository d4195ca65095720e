import type { BodyRemarks } from './body/blocks';
import { cleanBody } from './body/clean-body';
import { readBoolean, readDate, readNumber } from './read-value';
import type { FieldSource, Mapping } from './mapping';

type Row = Record<string, unknown>;

/** What is wrong with one field of one row, in words for the person who will mend it. */
export interface RowProblem {
  field: string;
  message: string;
}

/** A document ready to be written: values by attribute, components as objects, relations as documentIds. */
export interface Draft {
  key: string;
  data: Record<string, unknown>;
  remarks: BodyRemarks;
}

const textOf = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return undefined;
  const text = Array.isArray(value) ? value.map(String).join('；') : String(value);
  return text.trim() || undefined;
};

class Problems {
  readonly list: RowProblem[] = [];
  add(field: string, message: string): undefined {
    this.list.push({ field, message });
    return undefined;
  }
}

function readField(row: Row, field: string, source: FieldSource, problems: Problems): unknown {
  if (typeof source === 'string') return textOf(row[source]);
  if ('value' in source) return source.value;
  const value = row[source.from];
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (source.map) {
    return source.map[text] ?? problems.add(field, `映射里没有“${text}”对应的值（来自 ${source.from}）`);
  }
  switch (source.as) {
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

/**
 * Turns a row of the source into the data of a document. Relations are left to the caller, who knows the database.
 * @returns The draft, or every problem of the row at once.
 */
export function convertRow(row: Row, mapping: Mapping): { draft: Draft } | { problems: RowProblem[] } {
  const problems = new Problems();
  const key = keyOf(row, mapping) ?? problems.add(mapping.key.join('+'), '用来识别这一行的字段是空的');
  const data: Record<string, unknown> = {};
  for (const [field, source] of Object.entries(mapping.fields)) assign(data, field, readField(row, field, source, problems));
  const remarks = readBody(row, mapping, data, problems);
  if (problems.list.length || !key) return { problems: problems.list };
  return { draft: { key, data, remarks } };
}

const NONE: BodyRemarks = { droppedPictures: 0, tables: 0 };
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function readBody(row: Row, mapping: Mapping, data: Record<string, unknown>, problems: Problems): BodyRemarks {
  const { body } = mapping;
  if (!body) return NONE;
  const source = textOf(row[body.from]);
  if (!source) {
    problems.add(body.field, `正文是空的（来自 ${body.from}）`);
    return NONE;
  }
  const known = body.repeated.map((field) => textOf(row[field]) ?? '');
  const { html, remarks } = cleanBody(source, body.format, known);
  if (!html) problems.add(body.field, '清理之后正文没有内容');
  const note = body.note && textOf(row[body.note]);
  data[body.field] = note ? `<p class="note">（${escape(note)}）</p>\n${html}` : html;
  return remarks;
}
