import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { END, isHan, normalise, pairs, placesOf, runs, tokens } from './tokens.ts';

describe('runs', () => {
  test.each([
    ['国发〔2019〕5号', ['国发', '2019', '5', '号']],
    ['国发[2019]5号', ['国发', '2019', '5', '号']],
    ['国发【2019】5 号', ['国发', '2019', '5', '号']],
    ['国发（２０１９）５号', ['国发', '2019', '5', '号']],
    ['国发2019 5号', ['国发', '2019', '5', '号']],
    ['国发〔2019〕第5号', ['国发', '2019', '5', '号']],
    ['公告2019年第5号', ['公告', '2019', '5', '号']],
    ['2019年5月1日', ['2019', '年', '5', '月', '1', '日']],
    ['第5号令', ['第', '5', '号令']],
    ['总\u3000则', ['总则']],
    ['总 则 和 附 则', ['总则和附则']],
    ['总\n则', ['总', '则']],
    ['第5号 总 则', ['第', '5', '号', '总则']],
    ['“双随机、一公开”', ['双随机', '一公开']],
    ['ＷiFi 与5G', ['wifi', '与', '5g']],
    ['二〇一九年', ['二〇一九年']],
    ['𠮷野家', ['𠮷野家']],
    ['！？…', []],
  ])('cuts %j', (text, expected) => {
    expect(runs(text)).toEqual(expected);
  });

  test('gives only Han runs and whole words of letters and digits, all from the text and in its order', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        const found = runs(text);
        for (const run of found) expect(run).toMatch(/^(?:[\p{Script=Han}]+|[a-z0-9]+)$/u);
        expect(normalise(text).replace(/[^\p{Script=Han}a-z0-9]/gu, '')).toBe(found.join(''));
      }),
    );
  });
});

describe('tokens', () => {
  test('takes one place for each Han character and one for a word, so that a place is a place in the text', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        expect(tokens(text)).toHaveLength(runs(text).reduce((sum, run) => sum + placesOf(run), 0));
      }),
    );
  });

  test('ends every run, so that no run reads on into the next', () => {
    expect(tokens('总则。附则 5')).toEqual(['总则', `则${END}`, '附则', `则${END}`, `5${END}`]);
  });

  test('a Han text stands in another exactly where its pairs stand one behind the other', () => {
    fc.assert(
      fc.property(han, han, (text, piece) => {
        fc.pre([...piece].length > 1);
        const all = tokens(text);
        const wanted = pairs(piece);
        const found = all.some((_, place) => wanted.every((pair, index) => all[place + index] === pair));
        expect(found).toBe(runs(text).some((run) => isHan(run) && run.includes(piece)));
      }),
    );
  });
});

/** Few characters, so that pieces are found by chance and repeat themselves. */
const han = fc.string({ unit: fc.constantFrom(...'人民政府法院'), minLength: 1, maxLength: 12 });
const chinese = fc.string({ unit: fc.constantFrom(...'人民政府年号国发2019〔〕、。（）', 'a', 'Ｂ', '5', '〇', '𠮷', ',', '"'), maxLength: 30 });
