import { expect, test } from 'vitest';

import type { Library } from './library.ts';
import { openRules } from './rules.ts';
import { searchLibrary } from './search-library.ts';
import type { Row, Shard } from './shard.ts';

const TODAY = '2026-11-27';
const place = { base: '', shown: '' };

/** A library of tiers of one shard each, in memory, which notes what its shards are asked for. */
function libraryOf(...tiers: string[][]) {
  const asked: string[][] = tiers.map(() => []);
  const shards = tiers.map((texts, tier): Shard => {
    const rows = texts.map((_, row) => rowOf(tier, row));
    return {
      async find(run) {
        asked[tier]!.push(run);
        return new Map(rows.flatMap((row, at) => (texts[at]!.includes(run) ? [[row, [texts[at]!.indexOf(run) + row.body]] as const] : [])));
      },
    };
  });
  const count = (upTo: number) => tiers.slice(0, upTo + 1).reduce((sum, { length }) => sum + length, 0);
  const library: Library = {
    place,
    tiers: tiers.length,
    rows: count(tiers.length),
    open: async (tier) => ({ shards: shards.slice(0, tier + 1), rows: count(tier), whole: count(tier) }),
    vocabularies: async () => [{ words: '居住证' }],
    async text({ shard, row }) {
      const text = { title: '', url: `/${shard}/${row}/`, body: tiers[Number(shard)]![row]! };
      return { text, shown: text };
    },
  };
  return { asked, search: searchLibrary(library, openRules(undefined, TODAY), TODAY) };
}

const rowOf = (tier: number, row: number): Row => ({ place, shard: String(tier), row, day: 0, places: 20, fields: [{ start: 0, places: 1 }], body: 2, kind: '', site: '', agency: '', audience: '', validity: '', year: '', language: '' });
const many = (count: number, text: string) => Array.from({ length: count }, () => text);

const others = many(300, '别的');

test('older documents are left unread when plenty of new ones hold all words of a query that stands nowhere as a whole', async () => {
  const newest = [...many(60, '租房的人领公积金'), ...others];
  expect((await libraryOf(newest, others).search({ query: '租房提公积金' })).searched).toEqual({ documents: 360, of: 660 });
  expect((await libraryOf(newest, others).search({ query: '我想租房公积金怎么办' })).searched, 'a question is no name').toEqual({ documents: 360, of: 660 });
});

test('they are read when new ones hold only some of the words, when a name is looked for, and when that is wanted', async () => {
  const some = [...many(60, '租房的人'), ...many(60, '领公积金'), ...others];
  expect((await libraryOf(some, others).search({ query: '租房提公积金' })).complete).toBe(true);
  const newest = [...many(60, '租房的人领公积金管理费'), ...others];
  expect((await libraryOf(newest, others).search({ query: '租房的人公积金管理费' })).complete).toBe(true);
  expect((await libraryOf(newest, others).search({ query: '租房公积金', everything: true })).complete).toBe(true);
});

test('older documents are not asked for words that stand in very many of the new ones, unless there are no others', async () => {
  const { asked, search } = libraryOf([...others, ...many(90, '工作安排'), '漪源的工作'], ['漪源又有工作', '漪源']);
  expect((await search({ query: '漪源工作' })).results.map(({ url }) => url)).toEqual(expect.arrayContaining(['/0/390/', '/1/0/', '/1/1/']));
  expect(asked[0]).toContain('工作');
  expect(asked[1]).toContain('漪源');
  expect(asked[1]).not.toContain('工作');

  const frequent = libraryOf([...others, ...many(60, '工作'), ...many(60, '安排')], ['工作上有安排']);
  expect((await frequent.search({ query: '工作安排', limit: 200 })).results.map(({ url }) => url)).toContain('/1/0/');
});

test('the first results are shown at once, and then only how far the search is until it is over', async () => {
  const told: { tier: number; isPart: boolean }[] = [];
  const some = [...many(5, '租房的人领公积金'), ...others];
  await libraryOf(some, some, some).search({ query: '租房提公积金' }, ({ tier, partial }) => told.push({ tier, isPart: partial !== undefined }));
  expect(told).toEqual([{ tier: 1, isPart: true }, { tier: 2, isPart: false }]);
});

test('what was probably meant takes the place of what was typed only where it finds something', async () => {
  const { search } = libraryOf(['怎么办居住证', ...others]);
  expect(await search({ query: '居住正' })).toMatchObject({ total: 1, correction: { query: '居住证', applied: true } });
  const nowhere = await search({ query: '居住正滑翔伞表演飞行门票跳伞俱乐部会员卡优惠券' });
  expect(nowhere.results).toEqual([]);
  expect(nowhere.correction).toBeUndefined();
});
