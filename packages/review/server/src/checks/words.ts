import { findWords, WORD_KINDS, type Word } from '../words/word.ts';
import type { Check, Example } from './check.ts';
import { remarkOn } from './text/in-text.ts';

/** Words of the dictionary that stand in a text, each with what to write instead. */
export const wordsCheck: Check<readonly Word[]> = {
  id: 'words',
  title: '用词',
  heaviest: 'block',
  find: ({ texts }, words) =>
    texts
      .filter(({ isProse }) => isProse)
      .flatMap((text) =>
        findWords(text.text, words).map(({ word: { wrong, right, kind, level, note }, start, end }) =>
          remarkOn(text, [start, end], {
            level,
            message: `“${wrong}”${kind === 'typo' ? '可能是错别字' : '不是规范的写法'}。`,
            remedy: right.length > 0 ? `改成${right.map((one) => `“${one}”`).join('或者')}。` : '请换一个说法。',
            clause: note ?? WORD_KINDS[kind],
            ...(right.length > 0 ? { fix: right[0]! } : {}),
          }),
        ),
      ),
};

const facts: readonly Word[] = [
  { wrong: '布署', right: ['部署'], kind: 'typo', level: 'hint' },
  { wrong: '以经', right: ['已经'], kind: 'typo', level: 'hint', except: ['以经济'] },
  { wrong: '港澳台等国家', right: ['港澳台等地区'], kind: 'region', level: 'confirm' },
  { wrong: '港澳台', right: [], kind: 'own', level: 'block' },
  { wrong: '五规划', right: ['“五”规划'], kind: 'term', level: 'hint' },
];
export const examples: readonly Example<readonly Word[]>[] = [
  {
    says: 'words of the dictionary, the longest first, across a tag too',
    values: { title: '关于布署', body: '<p>以经<strong>布</strong>署，港澳台等国家。</p>' },
    facts,
    finds: ['hint 布署', 'hint 以经', 'hint 布署', 'confirm 港澳台等国家'],
    fixed: '已经部署，港澳台等地区。',
  },
  { says: 'words within longer ones that are right', values: { body: '<p>以经济建设为中心，“五”规划。</p>' }, facts, finds: [] },
  { says: 'addresses and codes', values: { phone: '布署' }, facts, finds: [] },
];
