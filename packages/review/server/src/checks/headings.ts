import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { remarkOn } from './text/in-text.ts';

interface Heading {
  level: number;
  words: string;
  start: number;
  end: number;
}
const CLAUSE = 'GB/T 37668—2019 6.1.3；WCAG 2.2 1.3.1、2.4.6';

/** Headings hold words, and go down one step at a time: the table of contents is made of them. */
export const headingsCheck: Check = {
  id: 'headings',
  title: '标题层次',
  heaviest: 'block',
  find: ({ texts }) => texts.filter(({ isRich }) => isRich).flatMap((text) => judge(text, headingsOf(text))),
};

function headingsOf({ tags, text }: WrittenText): Heading[] {
  return tags.flatMap((tag, at) => {
    if (tag.isEnd || !/^h[2-4]$/.test(tag.name)) return [];
    const end = tags.slice(at).find((other) => other.isEnd && other.name === tag.name)?.text ?? tag.text;
    const words = text.slice(tag.text, end).trimEnd();
    return [{ level: Number(tag.name[1]), words, start: tag.text, end: tag.text + words.length }];
  });
}

function judge(text: WrittenText, headings: readonly Heading[]): Remark[] {
  return headings.flatMap(({ level, words, start, end }, at) => {
    if (!/[\p{L}\p{N}]/u.test(words))
      return [
        {
          level: 'block' as const,
          field: text.field,
          message: `“${text.label}”的第 ${at + 1} 个标题里没有字。`,
          remedy: '写上标题，或者把它改成正文、删去。',
          clause: CLAUSE,
          quote: `第 ${at + 1} 个标题`,
        },
      ];
    // A body begins below the title of its page.
    const before = headings[at - 1]?.level ?? 1;
    if (level <= before + 1) return [];
    return [
      remarkOn(text, [start, Math.min(end, start + 30)], {
        level: 'hint',
        message: `标题“${words.slice(0, 20)}”跳过了一级。`,
        remedy: '标题一级一级往下用：先“一、”，再“（一）”，再“1.”。',
        clause: CLAUSE,
      }),
    ];
  });
}

export const examples: readonly Example[] = [
  {
    says: 'a heading of a picture alone, and steps left out',
    values: { body: '<h3>（一）先有小标题</h3><h2><img src="media:a" alt="图" /></h2><p>字</p><h4>1. 再小两级</h4>' },
    finds: ['hint （一）先有小标题', 'block 第 2 个标题', 'hint 1. 再小两级'],
  },
  { says: 'headings in their order', values: { body: '<h2>一、甲</h2><h3>（一）乙</h3><h4>1.丙</h4><h2>二、丁</h2>' }, finds: [] },
];
