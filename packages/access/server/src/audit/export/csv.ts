import { type AuditRow } from '../chain/row.ts';
import { ACTOR_WORDS, sayAction } from '../words.ts';

/** What a spreadsheet would take for a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

const HEAD = ['序号', '时间（北京时间）', '身份', '人员', '人员编号', '来自地址', '浏览器', '请求编号', '操作', '操作代码', '对象类型', '对象编号', '语言', '对象', '之前', '之后', '说明', '上一行校验值', '本行校验值'];

const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const line = (values: readonly (string | number | null)[]) => `${values.map(cell).join(',')}\r\n`;

/** The first line, with the mark by which spreadsheets take the file for Chinese text. */
export const csvHead = (): string => `\ufeff${line(HEAD)}`;

/** One row as a line in which nothing written by a stranger is run. */
export function csvLine(row: AuditRow): string {
  const [kind = '', ...id] = (row.actor ?? '').split(':');
  return line([
    row.sequence, TIME.format(new Date(row.at!)), ACTOR_WORDS[kind] ?? kind, row.actor_name, id.join(':'), row.address, row.agent, row.request_id,
    sayAction(row.action!), row.action, row.subject_type, row.subject_id, row.subject_locale, row.subject_title, row.before, row.after, row.note, row.previous, row.hash,
  ]);
}
