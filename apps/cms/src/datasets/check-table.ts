import type { TableStart } from './read-table';

/** What keeps a table from being used by programs: heads that are missing or double, fields described but absent. */
export function checkTable(title: string, { rows: [head = [], ...rows], rowCount }: TableStart, fields: readonly { name: string }[]): string[] {
  const where = `数据文件“${title}”`;
  const names = head.map((name) => name.trim());
  const doubled = [...new Set(names.filter((name, at) => name && names.indexOf(name) !== at))];
  const missing = fields.filter(({ name }) => !names.includes(name.trim())).map(({ name }) => name);
  return [
    ...(rowCount === 0 || rows.length === 0 ? [`${where}没有数据行，请换成有内容的文件`] : []),
    ...(names.includes('') ? [`${where}第一行有空白的字段名，请补上`] : []),
    ...(doubled.length > 0 ? [`${where}第一行的字段名重复：${doubled.join('、')}，请改成不同的名字`] : []),
    ...(missing.length > 0 ? [`${where}第一行没有“字段说明”里的 ${missing.join('、')}，请改字段说明或者换文件`] : []),
  ];
}
