import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { around, remarkOn } from './text/in-text.ts';

const MARKS = 'GB/T 15834—2011';
const HAN = '[\\p{Script=Han}》”）〉]';
const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '.': '。' };

interface Rule {
  pattern: RegExp;
  message(words: string): string;
  remedy: string;
  clause: string;
  fix?: (words: string) => string;
}

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<=${HAN})[,;:?!](?=[\\p{Script=Han}《“（\\n]|$)`, 'gu'),
    message: (words) => `中文里用了半角标点“${words}”。`,
    remedy: '改成全角标点。',
    clause: `${MARKS} 标点符号用法`,
    fix: (words) => WIDE[words]!,
  },
  {
    pattern: new RegExp(`(?<=${HAN})(?<!(?:^|\\n)[一二三四五六七八九十]{1,3})\\.(?=\\n|$|[\\p{Script=Han}])`, 'gu'),
    message: () => '中文句子用了半角句点。',
    remedy: '句末改成“。”。',
    clause: `${MARKS} 4.1`,
    fix: () => '。',
  },
  {
    pattern: /\((?=[^()\n]*\p{Script=Han})([^()\n]{1,60})\)/gu,
    message: (words) => `“${words}”用了半角括号。`,
    remedy: '括号里有汉字的，用全角括号。',
    clause: `${MARKS} 4.9`,
    fix: (words) => `（${words.slice(1, -1)}）`,
  },
  {
    pattern: /([，。、；：？！])\1+|，[。、；]|。[，、；]|、[，。；]|；[，。、]/g,
    message: (words) => `标点“${words}”重复。`,
    remedy: '只留一个。',
    clause: `${MARKS} 标点符号用法`,
    fix: (words) => (/^([，。、；：？！])\1*$/.test(words) ? words[0]! : /[。]/.test(words) ? '。' : words[0]!),
  },
  {
    pattern: /(?<=\p{Script=Han})(?:\.{3,}|。{3,}|…(?!…)(?<!……)|、{3,})/gu,
    message: () => '省略号的写法不对。',
    remedy: '省略号是两个“…”，共六个点。',
    clause: `${MARKS} 4.11`,
    fix: () => '……',
  },
  {
    pattern: /(?<=[\p{Script=Han}”》）])--+(?=[\p{Script=Han}“《（])/gu,
    message: () => '破折号的写法不对。',
    remedy: '破折号占两个字，是“——”。',
    clause: `${MARKS} 4.10`,
    fix: () => '——',
  },
  {
    pattern: /等等?……|……等等?(?=[，。；])/g,
    message: (words) => `“${words}”里省略号和“等”说了两遍。`,
    remedy: '只留一个。',
    clause: `${MARKS} 4.11`,
  },
  {
    pattern: /(?<=(?:^|\n)[（(][一二三四五六七八九十]{1,3}[）)])[、，.．]/g,
    message: () => '带括号的序号后面不用标点。',
    remedy: '删去序号后面的标点。',
    clause: `${MARKS} 附录 B.3；GB/T 9704—2012 7.3.3`,
    fix: () => '',
  },
  {
    pattern: /(?<=(?:^|\n)[一二三四五六七八九十]{1,3})[.．,，](?=[\p{Script=Han}])/gu,
    message: () => '汉字序号后面用顿号。',
    remedy: '改成“、”。',
    clause: `${MARKS} 附录 B.3`,
    fix: () => '、',
  },
];
/** Quotation marks as typewriters have them: which side they close cannot be told from one alone. */
const STRAIGHT = /"([^"\n]{1,80})"/g;
const PAIRS = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['〔', '〕'],
  ['【', '】'],
] as const;

/** Marks as GB/T 15834 has them, where they stand between Chinese words. */
export const punctuationCheck: Check = {
  id: 'punctuation',
  title: '标点符号',
  heaviest: 'hint',
  find: ({ texts }) =>
    texts
      .filter(({ isProse, text }) => isProse && /\p{Script=Han}/u.test(text))
      .flatMap((text) => [...RULES.flatMap((rule) => apply(rule, text)), ...straight(text), ...unpaired(text)]),
};

/** Of one kind in one text; when these are mended, the next ones come. */
const TOLD = 8;

const apply = ({ pattern, message, remedy, clause, fix }: Rule, text: WrittenText): Remark[] =>
  [...text.text.matchAll(pattern)].slice(0, TOLD).map(({ 0: words, index }) => {
    const span = [index, index + words.length] as const;
    return remarkOn(text, span, {
      level: 'hint',
      message: message(words),
      remedy,
      clause,
      quote: around(text.text, ...span, 4),
      ...(fix ? { fix: fix(words) } : {}),
    });
  });

const straight = (text: WrittenText): Remark[] =>
  [...text.text.matchAll(STRAIGHT)]
    .filter(([, words]) => /\p{Script=Han}/u.test(words!))
    .map(({ 0: whole, 1: words, index }) =>
      remarkOn(text, [index, index + whole.length], {
        level: 'hint',
        message: `${whole}用了直引号。`,
        remedy: '改成“ ”。',
        clause: `${MARKS} 4.8`,
        fix: `“${words}”`,
      }),
    );

/** Marks that come in twos, counted over the whole text, since a quotation may run over paragraphs. */
function unpaired(text: WrittenText): Remark[] {
  return PAIRS.flatMap(([open, close]) => {
    const stack: number[] = [];
    const alone: number[] = [];
    for (let at = 0; at < text.text.length; at += 1) {
      const letter = text.text[at];
      if (letter === open) stack.push(at);
      else if (letter === close && stack.pop() === undefined) alone.push(at);
    }
    // Each paragraph of a long quotation may open it again.
    const missing = open === '“' ? stack.filter((at) => text.text[at - 1] !== '\n' && at > 0) : stack;
    // 1）, a） and the like have no partner.
    const stray = close === '）' ? alone.filter((at) => !/(?:^|\n|[，。；：、])\s?[\da-zA-Z一二三四五六七八九十]{1,3}$/.test(text.text.slice(Math.max(0, at - 5), at))) : alone;
    return [...missing, ...stray].map((at) =>
      remarkOn(text, [at, at + 1], {
        level: 'hint',
        message: `“${text.label}”里的“${text.text[at]}”没有成对。`,
        remedy: `补上另一半，或者删去。`,
        clause: `${MARKS} 4.8、4.9、4.14`,
        quote: around(text.text, at, at + 1, 8),
      }),
    );
  });
}

export const examples: readonly Example[] = [
  {
    says: 'marks of half the width between Chinese words',
    values: { body: '<p>各区,各单位:请按"一件事"的要求(见附件)办理.</p>' },
    finds: ['hint 各区,各单位:', 'hint ,各单位:请按"一', 'hint 件)办理.', 'hint "的要求(见附件)办理.', 'hint "一件事"'],
    fixed: '各区，各单位：请按“一件事”的要求（见附件）办理。',
  },
  {
    says: 'doubled marks, ellipses and dashes',
    values: { body: '<p>好。。</p><p>材料、，表格</p><p>等...</p><p>河堤--步道</p><p>表格等……</p>' },
    finds: ['hint 好。。', 'hint 材料、，表格', 'hint 等...', 'hint 河堤--步道', 'hint 表格等……'],
  },
  {
    says: 'ordinals with the wrong mark behind them',
    values: { body: '<h3>（一）、总体要求</h3><h2>二.主要任务</h2>' },
    finds: ['hint （一）、总体要求', 'hint 二.主要任务'],
    fixed: '（一）总体要求\n二、主要任务',
  },
  {
    says: 'marks without their other half',
    values: { body: '<p>按照《办法执行，“三个一以内。</p>' },
    finds: ['hint 按照《办法执行，“三个一以内。', 'hint 按照《办法执行，“三个'],
  },
  {
    says: 'what is right',
    values: {
      body: '<p>“这是一段。</p><p>“这是第二段。”</p><p>1）甲；2）乙。1:500，9:00—17:00，https://a.example/b?c=d, A (B) C……等待。</p>',
      summary: 'Open 9:00, closed 17:00.',
    },
    finds: [],
  },
];
