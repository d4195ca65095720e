import type { Finish } from '../finish-import';
import type { ImportReport } from '../import-report';
import { REMARK_KINDS, type PlacedRemark, type RemarkKind } from './remarks';

/** What a person does about each kind. */
const REMEDIES: Record<RemarkKind, string> = {
  'refused-row': '改好错误文件里的这些行，再导入错误文件。',
  'kept-draft': '按写的原因在后台改好再发布；来源改好了，再导入一次也会发布。',
  'unmapped-column': '在映射的 relations 里用 map 给它们找到栏目，再导入一次。',
  'missing-picture': '把文件放回旧网站的文件夹再导入一次，或在后台补上图片。',
  'missing-attachment': '把文件放回旧网站的文件夹再导入一次，或在后台补上附件。',
  'refused-file': '用原来的软件另存为可以上传的格式，在后台补上。',
  'only-attachment': '只有附件的页面搜索不到内容，手机和读屏软件也难用：请把正文录进来。',
  'only-picture': '图片里的字搜索不到，读屏软件也读不出：请把正文录进来。',
  'missing-alternative': '给每张图片写一句说明它内容的话；只起装饰作用的可以不写。',
  'unknown-date': '请核对原文，在后台填上日期。',
  'layout-table': '表格已拆成段落，请看一眼顺序对不对。',
  'personal-data': '请核对是否应当公开；不应当的，遮住或删去。号码在这里已遮住中间几位。',
  'unknown-link': '链接还指向旧网址。页面以后导入时会自动改好；不再导入的请在后台改掉。',
  'refused-redirect': '旧网址打开会是“找不到页面”。需要的话在后台“跳转”里手工建立。',
  'skipped-page': '这些通常是列表页和首页，新网站会自己生成；如果里面有正文，请检查映射的 pages.body。',
};

const escape = (text: string) => text.replace(/\s+/g, ' ').replace(/([|\\`*_<>[\]])/g, '\\$1');

/** One line a remark; those of one document stand together in the order of the source. */
function line({ place, title, detail }: PlacedRemark): string {
  return `- ${[title && `《${escape(title)}》`, escape(detail)].filter(Boolean).join('：')}（${escape(place)}）`;
}

function sectionOf(kind: RemarkKind, remarks: readonly PlacedRemark[]): string[] {
  return [`## ${REMARK_KINDS[kind]}（${remarks.length}）`, '', REMEDIES[kind], '', ...remarks.map(line), ''];
}

function unmappedLines(unmapped: ImportReport['unmapped']): string[] {
  return Object.entries(unmapped).flatMap(([attribute, words]) =>
    Object.entries(words)
      .sort(([, a], [, b]) => b - a)
      .map(([word, number]) => `- ${escape(word)}：${number} 条（${attribute}）`),
  );
}

/** A source with what came of it. */
export interface SourceReport {
  source: string;
  report: ImportReport;
}

/**
 * Writes the report for the people who finish the move: what only a person can decide, by kind, each with its remedy.
 * @param finish Missing in a dry run.
 * @returns Markdown.
 */
export function writeReport(sources: readonly SourceReport[], finish: Finish | undefined, now: Date): string {
  const remarks = [...sources.flatMap(({ report }) => report.remarks), ...(finish?.remarks ?? [])];
  const unmapped = sources.flatMap(({ report }) => unmappedLines(report.unmapped));
  const verb = finish ? '' : '将';
  const lines = [
    `# 导入报告${finish ? '' : '（预演，没有写入）'}`,
    '',
    now.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }),
    '',
    '| 来源 | 共 | 新建 | 更新 | 没有变化 | 没有搬来 | 跳过 | 图片 | 附件 |',
    '|---|---|---|---|---|---|---|---|---|',
    ...sources.map(({ source, report: r }) => `| ${escape(source)} | ${[r.rows, r.created, r.updated, r.unchanged, r.failed, r.skipped, r.pictures, r.attachments].join(' | ')} |`),
    '',
    finish ? `改好站内链接 ${finish.links} 处，建立跳转 ${finish.redirects} 个。` : `${verb}建立跳转 ${sources.reduce((sum, { report }) => sum + report.redirects, 0)} 个。`,
    '',
  ];
  for (const kind of Object.keys(REMARK_KINDS) as RemarkKind[]) {
    const own = remarks.filter((remark) => remark.kind === kind);
    if (kind === 'unmapped-column' && unmapped.length) lines.push(`## ${REMARK_KINDS[kind]}`, '', REMEDIES[kind], '', ...unmapped, '');
    else if (own.length) lines.push(...sectionOf(kind, own));
  }
  if (!remarks.length && !unmapped.length) lines.push('没有需要人工处理的事情。', '');
  return lines.join('\n');
}
