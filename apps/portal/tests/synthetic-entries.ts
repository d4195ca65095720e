import type { AnyEntry, EntryOf } from '@mingchuang/content';
import { exampleAgencies, exampleColumns, exampleSite } from '@mingchuang/content/examples';

const SENTENCE = '各县（区）人民政府、市政府各部门要加强统筹协调，压实工作责任，确保各项任务按期完成。';

/** A site with as many articles as asked for, spread over twelve years and two columns; oldest first. */
export function syntheticEntries(count: number): AnyEntry[] {
  return [exampleSite, ...exampleColumns, ...exampleAgencies, ...Array.from({ length: count }, (_, at) => article(at, count))];
}

function article(at: number, count: number): EntryOf<'article'> {
  const id = `s${String(at).padStart(7, '0')}`;
  const column = at % 2 ? 'notices' : 'news';
  const day = new Date(Date.UTC(2014, 0, 1) + Math.floor((at / count) * 4380) * 86_400_000).toISOString().slice(0, 10);
  return {
    type: 'article',
    documentId: id,
    locale: 'zh-Hans',
    version: `${id}-1`,
    data: {
      title: `关于第 ${at} 号工作安排的通知`,
      column: { type: 'column', documentId: `column-${column}` },
      alsoIn: [],
      agency: { type: 'agency', documentId: 'agency-office' },
      summary: `第 ${at} 号工作安排的要点。`,
      body: `<h2>一、总体要求</h2>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(6)}<h2>二、工作任务</h2><p><a href="https://example.com/${at % 50}">参考</a>${SENTENCE}</p>`,
      audiences: [],
      attachments: [],
      path: `/zixun/${column === 'news' ? 'yaowen' : 'tongzhi'}/${day.slice(0, 7).replace('-', '')}/${id}/`,
      publishedOn: day,
    },
  };
}
