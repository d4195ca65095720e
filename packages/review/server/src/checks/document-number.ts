import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { remarkOn } from './text/in-text.ts';

/** 机关代字, year in any brackets, order: 望政发[2026]第08号. */
const NUMBER =
  /(\p{Script=Han}{1,8})([[【［〔（({])((?:19|20)\d{2})([\]】］〕）)}])[ \u00a0]?(第?)(0*)(\d{1,5})号/gu;

/** Numbers of official documents as GB/T 9704 writes them. */
export const documentNumberCheck: Check = {
  id: 'document-number',
  title: '发文字号',
  heaviest: 'hint',
  find: ({ texts }) => texts.flatMap((text) => [...text.text.matchAll(NUMBER)].flatMap((match) => inspect(text, match))),
};

function inspect(text: WrittenText, match: RegExpMatchArray): Remark[] {
  const [whole, code, open, year, close, ordinal, zeros, order] = match as unknown as string[];
  // Licences, cases and tenders have rules of their own.
  if (/[字案证备批认许药械审监执罚初终民刑行]$/.test(code!)) return [];
  const right = `${code}〔${year}〕${order}号`;
  const wrong = [
    ...(open !== '〔' || close !== '〕' ? ['年份用六角括号〔〕'] : []),
    ...(ordinal ? ['顺序号前不加“第”'] : []),
    ...(zeros ? ['顺序号不补 0'] : []),
  ];
  if (wrong.length === 0) return [];
  const start = match.index! + code!.length;
  return [
    remarkOn(text, [start, match.index! + whole!.length], {
      level: 'hint',
      message: `发文字号“${whole}”的写法不对。`,
      remedy: `${wrong.join('，')}。`,
      clause: 'GB/T 9704—2012 7.2.5 发文字号',
      fix: right.slice(code!.length),
    }),
  ];
}

export const examples: readonly Example[] = [
  {
    says: 'wrong brackets, ordinals and zeros',
    values: { body: '<p>按照望政发[2026]8号、望政规（2025）第03号执行。</p>' },
    finds: ['hint [2026]8号', 'hint （2025）第03号'],
    fixed: '按照望政发〔2026〕8号、望政规〔2025〕3号执行。',
  },
  {
    says: 'the standard form, licences and court cases',
    values: { body: '<p>望政规〔2026〕8号，公网安备（2026）第12号，（2026）望01民终5号。</p>' },
    finds: [],
  },
];
