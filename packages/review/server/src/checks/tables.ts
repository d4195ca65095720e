import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import type { Tag } from './text/rich-text.ts';

const CLAUSE = 'GB/T 37668—2019 6.1.3；WCAG 2.2 1.3.1';

/** Tables name their rows or columns in header cells, and themselves in a caption. */
export const tablesCheck: Check = {
  id: 'tables',
  title: '表格表头',
  heaviest: 'confirm',
  find: ({ texts }) => texts.flatMap((text) => tablesOf(text.tags).flatMap((tags, index) => judge(text, tags, index + 1))),
};

/** The tags within each table; tables do not nest in the vocabulary. */
function tablesOf(tags: readonly Tag[]): Tag[][] {
  const tables: Tag[][] = [];
  let within: Tag[] | undefined;
  for (const tag of tags) {
    if (tag.name === 'table' && !tag.isEnd) tables.push((within = []));
    else if (tag.name === 'table') within = undefined;
    else if (!tag.isEnd) within?.push(tag);
  }
  return tables;
}

function judge(text: WrittenText, tags: readonly Tag[], number: number): Remark[] {
  const has = (name: string) => tags.some((tag) => tag.name === name);
  const place = { field: text.field, clause: CLAUSE, quote: `第 ${number} 张表` };
  const missing: Remark = {
    ...place,
    level: 'confirm',
    message: `“${text.label}”的第 ${number} 张表没有表头，读屏软件读不出每个格子是什么。`,
    remedy: '点进表格，用“表头行”或者“表头列”标出来。',
  };
  const unnamed: Remark = {
    ...place,
    level: 'hint',
    message: `“${text.label}”的第 ${number} 张表没有表题。`,
    remedy: '点进表格，用“表题”写上名称。',
  };
  return [...(has('th') ? [] : [missing]), ...(has('caption') ? [] : [unnamed])];
}

export const examples: readonly Example[] = [
  {
    says: 'a table of plain cells without a name, and one without a name',
    values: {
      body: '<table><tbody><tr><td>甲</td></tr></tbody></table><table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table>',
    },
    finds: ['confirm 第 1 张表', 'hint 第 1 张表', 'hint 第 2 张表'],
  },
  {
    says: 'a table with both',
    values: { body: '<table><caption>收费</caption><tbody><tr><th scope="row">甲</th><td>乙</td></tr></tbody></table>' },
    finds: [],
  },
];
