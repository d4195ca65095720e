import type { Finish } from './finish-import';
import type { ImportReport } from './import-report';
import { REMARK_KINDS, type RemarkKind } from './report/remarks';
import type { SourceReport } from './report/write-report';

const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, number]) => `${name} ${number}`)
    .join('，');

/** Prints what came of one source. */
export function saySource(source: string, report: ImportReport, { seconds, dryRun }: { seconds: number; dryRun: boolean }): void {
  const verb = dryRun ? '将' : '已';
  console.log(`\n${source}：共 ${report.rows} 条${report.skipped ? `，另跳过 ${report.skipped} 个没有正文的页面` : ''}`);
  console.log(`  ${verb}新建 ${report.created}，${verb}更新 ${report.updated}，没有变化 ${report.unchanged}，没有搬来 ${report.failed}`);
  if (report.pictures + report.attachments) console.log(`  图片 ${report.pictures} 张，附件 ${report.attachments} 个`);
  if (report.tables) console.log(`  表格 ${report.tables} 个，已加表头`);
  for (const [name, counts] of Object.entries(report.targets)) console.log(`  ${name}：${list(counts)}`);
  for (const [name, counts] of Object.entries(report.unmapped)) console.log(`  ${name} 没有对应上的：${list(counts)}`);
  if (report.rows) console.log(`  填写情况：${Object.entries(report.filled).map(([name, number]) => `${name} ${number}`).join('，')}`);
  console.log(`  用时 ${seconds.toFixed(1)} 秒，每秒 ${(report.rows / seconds).toFixed(0)} 条`);
}

/** Prints what followed, and how much is left for people. */
export function sayFinish(sources: readonly SourceReport[], finish: Finish | undefined): void {
  if (finish) console.log(`\n改好站内链接 ${finish.links} 处，建立跳转 ${finish.redirects} 个`);
  else console.log(`\n预演：将建立跳转 ${sources.reduce((sum, { report }) => sum + report.redirects, 0)} 个。什么也没有写入。`);
  const remarks = [...sources.flatMap(({ report }) => report.remarks), ...(finish?.remarks ?? [])];
  const kinds = (Object.keys(REMARK_KINDS) as RemarkKind[]).map((kind) => [REMARK_KINDS[kind], remarks.filter((remark) => remark.kind === kind).length] as const);
  const left = kinds.filter(([, number]) => number > 0);
  if (!left.length) return;
  console.log('需要人工看的（用 --report 文件 得到清单）：');
  for (const [name, number] of left) console.log(`  ${name} ${number}`);
}
