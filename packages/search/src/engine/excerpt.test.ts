import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { excerptOf, markText } from './excerpt.ts';

describe('markText', () => {
  test.each([
    ['住房公积金提取办法', ['公积金'], ['住房', '公积金', '提取办法']],
    ['住房公积金提取', ['住房', '公积金'], ['', '住房公积金', '提取']],
    ['ＧＢ18285 标准', ['gb18285'], ['', 'ＧＢ18285', ' 标准']],
    ['〔2015〕5号与55号', ['5'], ['〔2015〕', '5', '号与55号']],
    ['加装电梯可以提取父母的公积金吗', ['提取公积金'], ['加装电梯可以', '提取', '父母的', '公积金', '吗']],
    ['别的', ['公积金'], ['别的']],
  ])('marks in %j the words %j', (text, words, expected) => {
    expect(markText(text, words)).toEqual(expected);
  });

  test('loses nothing of the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'公积金提取5Ａ½㎡。 '), maxLength: 40 });
    fc.assert(
      fc.property(text, (one) => {
        expect(markText(one, ['公积金', '提取', '5']).join('')).toBe(one);
      }),
    );
  });
});

describe('excerptOf', () => {
  test('begins at the sentence with most of what was searched, and says what is left out', () => {
    const body = `第一条 住房公积金。${'其他规定。'.repeat(60)}第二条 职工可以提取住房公积金。${'附则。'.repeat(60)}`;
    const shown = excerptOf(body, ['提取', '公积金']);
    expect(shown.slice(0, 3)).toEqual(['……第二条 职工可以', '提取', '住房']);
    expect(shown.at(-1)).toMatch(/……$/);
  });

  test('shows the beginning when nothing of it stands in the body', () => {
    expect(excerptOf('  甲乙丙\n丁  ', ['公积金'])).toEqual(['甲乙丙 丁']);
    expect(excerptOf('', ['公积金'])).toEqual(['']);
  });
});
