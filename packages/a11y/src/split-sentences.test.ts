import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { splitSentences } from './split-sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test('ends a sentence after its mark and whatever closes it', () => {
    expect(split('他说：“可以。”真的吗？是！')).toEqual(['他说：“可以。”', '真的吗？', '是！']);
    expect(split('一、范围；二、期限……三、其他')).toEqual(['一、范围；', '二、期限……', '三、其他']);
  });

  test('keeps figures and addresses whole', () => {
    expect(split('每份14.6元。见www.wangchuan.gov.cn。')).toEqual(['每份14.6元。', '见www.wangchuan.gov.cn。']);
    expect(split('Open on Monday. Closed on Sunday.')).toEqual(['Open on Monday.', ' Closed on Sunday.']);
  });

  test('parts what is too long for one breath at commas, and only there', () => {
    const clause = '符合下列条件的申请人可以向所在地的街道办事处提出，';
    const parts = split(clause.repeat(6) + '期限三十日。');
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(80);
    expect(parts.join('')).toBe(clause.repeat(6) + '期限三十日。');
  });

  test('leaves out what cannot be said', () => {
    expect(split(' —— ')).toEqual([]);
    expect(split('。。。')).toEqual([]);
  });

  test('says every letter and figure once, in order', () => {
    const text = fc.string({ unit: fc.constantFrom(...'市民，。！？；：、“”（）abc123 .;…\n'), maxLength: 300 });
    const said = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(text, (one) => {
        expect(said(split(one).join(''))).toBe(said(one));
      }),
    );
  });
});
