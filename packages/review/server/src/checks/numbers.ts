import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { remarkOn } from './text/in-text.ts';

interface Rule {
  pattern: RegExp;
  message(words: string): string;
  remedy: string;
  clause?: string;
  fix?: (...groups: string[]) => string;
}
const NUMBERS = 'GB/T 15835—2011';
const CHINESE = '一二三四五六七八九';

/** Ways to write numbers that the standard or arithmetic does not allow, each so narrow that sound texts stay quiet. */
const RULES: readonly Rule[] = [
  {
    pattern: /(?<![\d.\-—A-Za-z年月/])(\d+(?:\.\d+)?%?)[-~](\d+(?:\.\d+)?)(?=个|[年月日天元%℃度人岁周]|小时|分钟|公里|平方|万|亿)(?!月\d|年\d)/g,
    message: (words) => `“${words}”用了短横线或者半角波纹线。`,
    remedy: '数值范围用一字线“—”或者浪纹线“～”。',
    clause: `${NUMBERS} 5.1.5；GB/T 15834—2011 4.13`,
    fix: (_words, from, to) => `${from}—${to}`,
  },
  {
    pattern: new RegExp(`(?<![第、${CHINESE}十百\\d])([${CHINESE}])、([${CHINESE}])(?=[十百千万](?!条|款|项|章|节|年级|季度|期|批|大))`, 'g'),
    message: (words) => `概数“${words}”中间不用顿号。`,
    remedy: '相邻的两个数连用表示概数，中间不加顿号。',
    clause: `${NUMBERS} 5.2.1`,
    fix: (_words, one, two) => `${one}${two}`,
  },
  {
    pattern: /(?<!\d)\d{1,2}几(?=[年天个人岁次家所项条])/g,
    message: (words) => `“${words}”把阿拉伯数字和“几”混用。`,
    remedy: '带“几”的概数用汉字，例如“十几”“二十几”。',
    clause: `${NUMBERS} 4.2.2`,
  },
  {
    pattern: /百分之\d+(?:\.\d+)?/g,
    message: (words) => `“${words}”一半汉字、一半数字。`,
    remedy: '写成“50%”这样的形式。',
    clause: `${NUMBERS} 4.1.1`,
    fix: (words) => `${words.slice(3)}%`,
  },
  {
    pattern: /(?<![\d.])\d+(?:\.\d+)?[万亿]\d+[千百万](?!分之)/g,
    message: (words) => `“${words}”里数字和单位交错。`,
    remedy: '写成一个数加一个单位，例如“4.5万”。',
    clause: `${NUMBERS} 5.1.3`,
  },
  {
    pattern: /(?:约|大约|近|将近)\s?\d[\d.,]*[万亿]?[个余多]?[\p{Script=Han}]{0,2}(?:左右|上下)/gu,
    message: (words) => `“${words}”前后都说是约数。`,
    remedy: '“约”“近”和“左右”只留一个。',
  },
  {
    pattern: /(?:约|近)\s?\d[\d.,]*[万亿]?[余多](?=[\p{Script=Han}])/gu,
    message: (words) => `“${words}”前后都说是约数。`,
    remedy: '“约”“近”和“余”“多”只留一个。',
  },
  {
    pattern: /(?:减少|下降|降低|缩短|缩减|压减)了?\s?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍/g,
    message: (words) => `“${words}”算不出来：减少不能用倍数。`,
    remedy: '改成“减少一半”“下降 60%”这样的说法。',
  },
  {
    pattern: /(?:增长|上升|提高|增加)了?\s?[-－—]\d+(?:\.\d+)?%/g,
    message: (words) => `“${words}”是下降。`,
    remedy: '改成“下降”加正数。',
  },
  {
    pattern: /(?<![\d.])\d{5,}(?:\.\d+)?万(?=[元人户吨平])/g,
    message: (words) => `“${words}”的位数太多，容易读错。`,
    remedy: '达到亿的用“亿”作单位，例如“1.25亿元”。',
    clause: `${NUMBERS} 5.1.3`,
  },
];

/** How numbers are written (GB/T 15835), and figures that contradict themselves. */
export const numbersCheck: Check = {
  id: 'numbers',
  title: '数字用法',
  heaviest: 'hint',
  find: ({ texts }) => texts.filter(({ isProse }) => isProse).flatMap((text) => RULES.flatMap((rule) => apply(rule, text))),
};

const apply = ({ pattern, message, remedy, clause, fix }: Rule, text: WrittenText): Remark[] =>
  [...text.text.matchAll(pattern)].map((match) =>
    remarkOn(text, [match.index, match.index + match[0].length], {
      level: 'hint',
      message: message(match[0]),
      remedy,
      ...(clause ? { clause } : {}),
      ...(fix ? { fix: fix(...(match as unknown as string[])) } : {}),
    }),
  );

export const examples: readonly Example[] = [
  {
    says: 'ranges with a hyphen, approximations with a comma, halves of two systems',
    values: { body: '<p>10-20日内，三、四十人，20几年，百分之50，4万5千元。</p>' },
    finds: ['hint 10-20', 'hint 三、四', 'hint 20几', 'hint 百分之50', 'hint 4万5千'],
    fixed: '10—20日内，三四十人，20几年，50%，4万5千元。',
  },
  {
    says: 'approximations said twice, and reductions by a multiple',
    values: { body: '<p>约100人左右，近300多户，成本减少了2倍，收入增长-5%，补助125000万元。</p>' },
    finds: ['hint 约100人左右', 'hint 近300多', 'hint 减少了2倍', 'hint 增长-5%', 'hint 125000万'],
  },
  {
    says: 'telephones, codes, clauses and sound figures',
    values: {
      body: '<p>0000-660 1200，2026-11-26，第三、四十条，第三、四季度，3-2号楼，10—20日，约100人，百分之五十，增长2倍，12.5亿元。</p>',
    },
    finds: [],
  },
];
