import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { RankTable } from '../format.ts';
import { pairs, tokens } from '../tokens.ts';
import type { Postings } from './pagefind.ts';
import { openShard, startsOfStreaks, withoutRepeats } from './shard.ts';

/** Answers as Pagefind does: rows that hold every term as a prefix of a token, with every place of every term. */
const postingsOf = (rows: readonly string[][]): Postings => ({
  search: async (terms) => {
    const wanted = terms.split(' ');
    const results = rows.flatMap((row, number) => {
      const places = row.flatMap((token, place) => (wanted.some((term) => token.startsWith(term)) ? [place] : []));
      return wanted.every((term) => row.some((token) => token.startsWith(term))) ? [{ id: number.toString(36), words: places }] : [];
    });
    return { results };
  },
});

const tableOf = (rows: readonly string[][]): RankTable => {
  const none = { values: [''], at: rows.map(() => 0) };
  return { pagefind: '', day: rows.map(() => 0), length: rows.map(() => 0), title: rows.map(() => 0), aliases: {}, kind: none, agency: none, validity: none, chunks: [] };
};
const shardOf = (texts: readonly string[], hide: number[] = []) => {
  const rows = texts.map(tokens);
  return openShard({ base: '', shown: '' }, { hash: 'a', count: rows.length, hide, names: 1 }, tableOf(rows), postingsOf(rows));
};
const found = async (shard: ReturnType<typeof shardOf>, run: string) =>
  [...(await shard.find(run))].map(([{ row }, starts]) => [row, starts] as const);

describe('openShard', () => {
  test('finds every place of a text and no other, however its characters repeat', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'人民法', '。'), minLength: 1, maxLength: 16 });
    const piece = fc.string({ unit: fc.constantFrom(...'人民法'), minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), piece, async (texts, run) => {
        const expected = texts.flatMap((one, row) => {
          const all = tokens(one);
          const starts = all.flatMap((_, place) => (pairs(run).every((pair, index) => all[place + index] === pair) ? [place] : []));
          return starts.length ? [[row, starts] as const] : [];
        });
        expect(await found(shardOf(texts), run)).toEqual(expected);
      }),
    );
  });

  test('never finds hidden rows', async () => {
    expect(await found(shardOf(['人民', '人民'], [0]), '人民')).toEqual([[1, [0]]]);
  });

  test('takes short numbers whole, and codes and words from their beginning', async () => {
    const shard = shardOf(['5号', '50号', '330106', 'wifi6']);
    expect(await found(shard, '5')).toEqual([[0, [0]]]);
    expect(await found(shard, '33010')).toEqual([[2, [0]]]);
    expect(await found(shard, 'wifi')).toEqual([[3, [0]]]);
  });
});

test.each([
  ['双随机', ['双随机@0']],
  ['人民政府人民法院', ['人民政府@0', '府人民法院@3']],
  ['人人为我', ['人人@0', '人为我@1']],
  ['年年年', ['年年@0', '年年@1']],
])('withoutRepeats cuts %s so that no piece repeats a character', (run, expected) => {
  expect(withoutRepeats([...run]).map(({ text, offset }) => `${text}@${offset}`)).toEqual(expected);
});

test('startsOfStreaks gives the first place of each streak that is long enough', () => {
  expect(startsOfStreaks([1, 2, 3, 4, 7, 9, 10, 11], 3)).toEqual([1, 2, 9]);
  expect(startsOfStreaks([], 1)).toEqual([]);
});
