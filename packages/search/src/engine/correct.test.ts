import { describe, expect, test, vi } from 'vitest';

import { correct } from './correct.ts';
import { openWords } from './vocabulary.ts';

const names = ['公积金', '身份证', '居住证', '生育津贴', '营业执照', '烟花爆竹', '残疾人', '老年公交卡', '公共租赁住房', '户口', '低保', '提取', '加装电梯', '提供'];
const words = openWords([{ words: names.join(' ') }], ['准生证']);
/** What stands in the documents; runs stand as often as their longest neighbours say. */
const standing = [...names, ...names, ...names, '租房', '租房', '补贴', '补贴'].join('，');
const count = (run: string) => Promise.resolve(standing.split('，').filter((one) => one.includes(run)).length);
const mend = async (typed: string, keeps: (word: string) => boolean = () => false) => (await correct(typed, async () => words, count, keeps))?.query;

describe('correct', () => {
  test.each([
    ['whole sounds', 'gongjijin', '公积金'],
    ['sounds parted by spaces', 'gong ji jin', '公积金'],
    ['first letters', 'gjj', '公积金'],
    ['sounds of several words', 'gongjijintiqu', '公积金提取'],
    ['letters among characters', 'gongjijin提取', '公积金提取'],
    ['a character of the same sound', '公鸡金', '公积金'],
    ['two of them', '残急仁补贴', '残疾人补贴'],
    ['sounds that are not told apart', '残积人', '残疾人'],
    ['a character that looks alike', '公共租凭住房', '公共租赁住房'],
    ['one that looks alike in a short word', '户囗', '户口'],
    ['another character in a long word', '老年公车卡', '老年公交卡'],
    ['a character too many', '营业执执照', '营业执照'],
    ['a missing one', '加电梯', '加装电梯'],
    ['two exchanged', '烟花竹爆', '烟花爆竹'],
    ['several mistakes', '公鸡金 户囗', '公积金 户口'],
  ])('mends %s: %s', async (_, typed, expected) => {
    expect(await mend(typed)).toBe(expected);
  });

  test.each([['公积金'], ['租房提公积金'], ['办准生证'], ['生育津贴怎么领'], ['完全无关的话'], ['2026'], ['ab'], ['']])('leaves %j as it is', async (typed) => {
    expect(await mend(typed)).toBeUndefined();
  });

  test('never touches what editors keep', async () => {
    expect(await mend('公鸡金', (word) => word === '公鸡金')).toBeUndefined();
    expect(await mend('gjj', (word) => word === 'gjj')).toBeUndefined();
  });

  test('loads no words for what stands in the documents, pair by pair', async () => {
    const loadWords = vi.fn(async () => words);
    for (const typed of ['租房 补贴', '公积金 提取', '营业执照']) expect(await correct(typed, loadWords, count, () => false)).toBeUndefined();
    expect(loadWords).not.toHaveBeenCalled();
    await correct('公鸡金', loadWords, count, () => false);
    expect(loadWords).toHaveBeenCalled();
  });

  test('is certain only of what stands nowhere', async () => {
    const once = (run: string) => (run === '公鸡金' ? Promise.resolve(1) : run === '公积金' ? Promise.resolve(40) : Promise.resolve(0));
    expect(await correct('公鸡金', async () => words, once, () => false)).toEqual({ query: '公积金', isCertain: false });
    expect(await correct('公鸡金', async () => words, count, () => false)).toEqual({ query: '公积金', isCertain: true });
  });
});
