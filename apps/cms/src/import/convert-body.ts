import { cleanBody } from './body/clean-body';
import type { Problems } from './row-problems';
import type { Mapping } from './mapping';
import { rewriteReferences, type References, type Surroundings } from './old-site/references';
import { textOf } from './read-value';
import { findPersonalData } from './report/personal-data';
import type { Row } from './sources/source-row';

type BodyMapping = NonNullable<Mapping['body']>;

/** A body as it was read; what it means for the document is settled when all its files are known. */
export interface ReadBody {
  html: string;
  tables: number;
  /** A line put before it. */
  note: string | undefined;
  isGiven: boolean;
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const visible = (html: string) => html.replace(/<[^>]+>/g, '').replace(/&[a-z]+;|[\s\u00a0\u3000]+/g, '');
/** Fewer signs than this beside the names of attachments are no text of their own: “附件：1.”. */
const FEW_SIGNS = 12;

/** Reads and cleans the body of a row, and notes what it refers to. */
export function readBody(row: Row, { body }: Mapping, around: Surroundings, references: References): ReadBody | undefined {
  if (!body) return undefined;
  const source = textOf(row[body.from]) ?? '';
  const known = body.repeated.map((field) => textOf(row[field]) ?? '');
  const format = row._format === 'html' ? 'html' : body.format;
  const { html, remarks } = cleanBody(source, format, known, ($) => rewriteReferences($, around, references));
  if (remarks.layoutTables) references.remarks.push({ kind: 'layout-table', detail: `${remarks.layoutTables} 个表格已拆开` });
  for (const detail of findPersonalData(html.replace(/<[^>]+>/g, ' '))) references.remarks.push({ kind: 'personal-data', detail });
  return { html, tables: remarks.tables, note: body.note && textOf(row[body.note]), isGiven: source !== '' };
}

/**
 * The body as it is stored. Where a page was nothing but its attachments they are named, since a document needs a text.
 */
export function settleBody({ html, note, isGiven }: ReadBody, body: BodyMapping, { attachments, remarks }: References, problems: Problems): string {
  if (!html && !attachments.length) {
    problems.add(body.field, isGiven ? '清理之后正文没有内容' : `正文是空的（来自 ${body.from}）`);
    return html;
  }
  const names = attachments.map(({ name }) => name);
  const words = visible(html);
  const own = names.reduce((rest, name) => rest.replace(visible(name), '').replace(visible(name).replace(/\.\w+$/, ''), ''), words);
  if (attachments.length && own.length < FEW_SIGNS) remarks.push({ kind: 'only-attachment', detail: names.join('、') });
  else if (!words) remarks.push({ kind: 'only-picture', detail: '请补上图片里的文字' });
  const text = html || names.map((name) => `<p>附件：${escape(name)}</p>`).join('\n');
  return note ? `<p class="note">（${escape(note)}）</p>\n${text}` : text;
}
