import type { Check, Example } from './check.ts';
import { remarkOn } from './text/in-text.ts';

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％](?:[．－]?[０-９Ａ-Ｚａ-ｚ％])*/g;

/** Digits and letters as wide as a Chinese character: search does not find them, screen readers spell them. */
export const fullWidthCheck: Check = {
  id: 'full-width',
  title: '全角数字和字母',
  heaviest: 'hint',
  find: ({ texts }) =>
    texts.flatMap((text) =>
      [...text.text.matchAll(FULL_WIDTH)].map(({ 0: words, index }) =>
        remarkOn(text, [index, index + words.length], {
          level: 'hint',
          message: `“${words}”是全角字符。`,
          remedy: '改成半角，搜索才找得到。',
          clause: 'GB/T 15835—2011 数字用法',
          fix: words.normalize('NFKC'),
        }),
      ),
    ),
};

export const examples: readonly Example[] = [
  {
    says: 'digits, letters and percent signs',
    values: { title: '２０２６年', body: '<p>增长３．５％，Ａ座。</p>' },
    finds: ['hint ２０２６', 'hint ３．５％', 'hint Ａ'],
    fixed: '增长3.5%，A座。',
  },
  { says: 'the punctuation of Chinese', values: { body: '<p>第1条，（二）：2026年—2027年。</p>' }, finds: [] },
];
