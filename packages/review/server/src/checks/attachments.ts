import type { Check, Example } from './check.ts';
import type { Remark } from './finding.ts';
import { PERSONAL } from './personal-data.ts';
import type { PersonalKind } from './personal/numbers.ts';

/** What was found in a file of a document. */
export interface InspectedFile {
  field: string;
  name: string;
  /** Kinds with how often, the first masked, and where: 第 2 张表（隐藏）. */
  hits: readonly { kind: PersonalKind; count: number; masked: string; where?: string }[];
  /** Parts of a workbook that are hidden from whoever opens it. */
  hidden?: readonly string[];
  /** Why it could not be read. */
  unread?: string;
}

/** What people overlook in files: personal data in their text, and parts of workbooks that only seem to be gone. */
export const attachmentsCheck: Check<readonly InspectedFile[]> = {
  id: 'attachments',
  title: '附件',
  heaviest: 'block',
  looksAround: true,
  find: (_document, files) => files.flatMap(judge),
};

function judge({ field, name, hits, hidden = [], unread }: InspectedFile): Remark[] {
  const found = hits.map(({ kind, count, masked, where }): Remark => {
    const { what, level } = PERSONAL[kind];
    const often = count > 1 ? `等 ${count} 处` : '';
    return {
      level,
      field,
      message: `附件“${name}”${where ? `的${where}` : ''}里有${what} ${masked}${often}。`,
      remedy: level === 'block' ? '请在原文件里遮掉或者删去，另存后用“替换媒体”换掉。' : '请核对是否应当公开；应当遮掩的改好再换上，应当公开的打勾。',
      clause: '个人信息保护法第二十五条',
      quote: `${name} ${masked}`,
    };
  });
  return [
    ...found,
    ...(hidden.length > 0
      ? [
          {
            level: 'confirm' as const,
            field,
            message: `附件“${name}”里有隐藏的${hidden.join('、')}，别人取消隐藏就能看到。`,
            remedy: '不该公开的请删去，不要隐藏；确认都可以公开的，打勾。',
            clause: '个人信息保护法第二十五条',
            quote: name,
          },
        ]
      : []),
    ...(unread
      ? [{ level: 'hint' as const, field, message: `附件“${name}”没有检查：${unread}。`, remedy: '请自己看一遍有没有个人信息。', quote: name }]
      : []),
  ];
}

const file = { field: 'attachments', name: '名单.xlsx', hits: [] };
export const examples: readonly Example<readonly InspectedFile[]>[] = [
  {
    says: 'identity numbers in a column that is hidden',
    values: {},
    facts: [{ ...file, hits: [{ kind: 'identity', count: 12, masked: '110105********002X', where: '工作表“名单”' }], hidden: ['列 C'] }],
    finds: ['block 名单.xlsx 110105********002X', 'confirm 名单.xlsx'],
  },
  { says: 'a telephone in a document', values: {}, facts: [{ ...file, hits: [{ kind: 'mobile', count: 1, masked: '138****0123' }] }], finds: ['confirm 名单.xlsx 138****0123'] },
  { says: 'a file of an older kind', values: {}, facts: [{ ...file, unread: '旧的 .xls 格式读不了' }], finds: ['hint 名单.xlsx'] },
  { says: 'files with nothing in them', values: {}, facts: [file], finds: [] },
];
