import { judge } from './budgets.ts';
import { TITLES } from './engine.ts';
import type { Row } from './measure-engine.ts';

const COLUMNS: [key: string, title: string][] = [
  ['cold_kb', '首次 kB'],
  ['first_kb', '首批结果 kB'],
  ['cold_requests', '请求'],
  ['cold_ms', '首次 ms'],
  ['everything_kb', '全部 kB'],
  ['warm_ms_p50', '再搜 ms'],
  ['warm_ms_p95', '95% ms'],
  ['warm_first_ms_p50', '再搜首批 ms'],
  ['warm_first_ms_p95', '95% ms'],
  ['ndcg10', 'nDCG@10'],
  ['title_first', '标题首位'],
  ['substring_recall', '查全率'],
  ['asked', '问题数'],
  ['page_mb', '网页 MB'],
  ['index_s', '建索引 s'],
  ['index_peak_mb', '内存 MB'],
];
/** What is worth comparing by how many times more another takes. */
const RATIOS = new Set(['cold_kb', 'cold_ms', 'warm_ms_p50', 'index_s', 'index_peak_mb']);

/** Prints a table a size, as Markdown: absolutes, behind them how many times ours, and how our own engine meets the budgets. */
export function printTables(rows: readonly Row[]): void {
  for (const docs of [...new Set(rows.map((row) => row.docs))].sort((a, b) => a - b)) {
    const own = rows.filter((row) => row.docs === docs);
    console.log(`\n${docs} 篇\n\n| |${COLUMNS.map(([, title]) => ` ${title} |`).join('')}\n|---|${COLUMNS.map(() => '---:|').join('')}`);
    for (const row of own) console.log(`| ${TITLES[row.engine]} |${row.failed === undefined ? cellsOf(row, own) : ` 没有测成：${row.failed} ${'|'.repeat(COLUMNS.length)}`}`);
  }
  const verdicts = judge(rows);
  if (verdicts.length) console.log(`\n预算（design.md § 10）`);
  for (const { docs, key, value, limit, isMet } of verdicts) console.log(`${isMet ? '达到' : '没到'}  ${docs} 篇  ${key} ${value}（预算 ${limit}）`);
}

function cellsOf(row: Row, beside: readonly Row[]): string {
  const numbers = row as unknown as Record<string, number>;
  const ours = beside.find(({ engine, failed }) => engine === 'mingchuang' && failed === undefined) as unknown as Record<string, number> | undefined;
  return COLUMNS.map(([key]) => {
    const times = ours && row.engine !== 'mingchuang' && RATIOS.has(key) ? ` (×${(numbers[key]! / ours[key]!).toPrecision(2)})` : '';
    return ` ${numbers[key]}${times} |`;
  }).join('');
}
