import { describe, expect, test } from 'vitest';

import { readQuery } from './query.ts';
import { openRules } from './rules.ts';

const none = openRules(undefined, '');
const units = (typed: string) => readQuery(typed, none).asked.units.map(({ links }) => links.map(({ run, offset }) => `${run}@${offset}`).join(' '));

describe('readQuery', () => {
  test.each([
    ['公积金 提取', ['公积金@0', '提取@0']],
    ['双随机、一公开', ['双随机@0', '一公开@0']],
    ['国发〔2019〕5号', ['国发@0 2019@2 5@3']],
    ['国发【2019】5', ['国发@0 2019@2 5@3']],
    ['〔2019〕5号', ['2019@0 5@1']],
    ['落实国办发2019 12号 情况', ['落实国办发@0 2019@5 12@6', '情况@0']],
    ['2019年5月', ['2019@0', '5@0']],
    ['第12条', ['12@0']],
    ['税', ['税@0']],
    ['公积金 公积金', ['公积金@0']],
    ['……', []],
  ])('reads %j as %j', (typed, expected) => {
    expect(units(typed)).toEqual(expected);
  });

  test('knows how far apart everything typed stands, characters left out included', () => {
    expect(readQuery('2019年5月1日', none).asked.phrase).toEqual({
      links: [
        { run: '2019', offset: 0 },
        { run: '5', offset: 2 },
        { run: '1', offset: 4 },
      ],
      places: 6,
    });
    expect(readQuery('国发〔2019〕5号', none).asked.phrase?.places).toBe(5);
  });

  test.each([
    ['请问怎么换领身份证？', '换领身份证'],
    ['身份证丢了怎么办', '身份证丢了'],
    ['住房公积金是什么', '住房公积金'],
  ])('hears in the question %j what it is about', (typed, matter) => {
    expect(readQuery(typed, none).unasked?.runs).toEqual([matter]);
  });

  test('a question without a matter is taken as it is', () => {
    expect(readQuery('怎么办', none).unasked).toBeUndefined();
    expect(readQuery('如何', none).asked.runs).toEqual(['如何']);
  });

  test('a document number can be taken apart, anything else is no other way', () => {
    expect(readQuery('国发〔2019〕5号', none).loose?.units).toHaveLength(3);
    expect(readQuery('公积金 提取', none).loose).toBeUndefined();
  });
});
