import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SearchDocument, SearchWords } from '@mingchuang/content';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { documents } from '../e2e/documents.ts';
import { holds } from '../e2e/truth.ts';
import type { SearchAnswer, SearchRequest } from '../src/engine/protocol.ts';
import { createDirectWriter, openSearchIndex } from '../src/index.ts';
import { startSearchAsker } from '../src/node/ask-index.ts';
import { openSearchDatabase, type SearchDatabase } from '../src/postgres/database.ts';
import { openServerSearch, type ServerSearch } from '../src/postgres/open-server-search.ts';
import { openDocumentWriter } from '../src/postgres/write-documents.ts';
import { runs } from '../src/tokens.ts';

const TODAY = '2026-11-01';
const words: SearchWords = {
  same: [['红绿灯', '交通信号灯']],
  also: [{ typed: ['老卡'], found: ['敬老卡'] }],
  best: [{ queries: ['投诉'], url: '/letters/write/', title: '写信' }],
  worst: [],
  keep: [],
  hot: [],
};
const note = (title: string, text: string): SearchDocument => ({ url: `/note/${title}/`, kind: 'article', title, aliases: [], text });

let database: SearchDatabase;
let search: ServerSearch;
const ask = (request: SearchRequest, site = 'city') => search({ site, words, today: TODAY }, request);
const titlesOf = ({ results }: SearchAnswer) => results.map(({ title }) => title.join(''));

beforeAll(async () => {
  database = openSearchDatabase(process.env.DATABASE_URL!, () => undefined);
  search = openServerSearch(database);
  await openDocumentWriter(database, 'city').build(documents);
});
afterAll(() => database.close());

describe('the engine on the server', () => {
  test('gives the answers browsers give: found, ranked by the same reasons, shown and mended alike', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'mingchuang-search-'));
    const index = openSearchIndex({ dir, writer: createDirectWriter() });
    const asker = startSearchAsker();
    try {
      await index.build(documents);
      const queries = ['公积金', '身份证丢了怎么办', '示政发[2019]5', '阶梯水价', '红绿灯', '投诉', 'gb18285', '5', 'gongjijin', '住房公基金', '居住证 报名', '學生入學', '没有这样的事'];
      const requests = [...queries, ...documents.filter((_, number) => number % 8 === 0).map(({ title }) => title)].flatMap((query) =>
        (['rank', 'date'] as const).map((sort) => ({ query, sort, limit: 100, explain: true, everything: true })),
      );
      requests.push({ query: '公积金', sort: 'rank', limit: 100, explain: true, everything: true, filters: { kind: 'policy' } } as (typeof requests)[number]);
      const inFiles = await asker.askFolder(index.publicDir, { today: TODAY, words, requests });
      for (const [number, request] of requests.entries()) expect(seen(await ask(request)), `${request.query} by ${request.sort}`).toEqual(seen(inFiles[number]!));
    } finally {
      asker.close();
      rmSync(dir, { recursive: true, force: true });
    }
  });

  test('finds every piece of every text', async () => {
    const all = documents.filter(({ language }) => !language);
    const piece = fc.tuple(fc.nat(all.length - 1), fc.nat(), fc.integer({ min: 3, max: 12 })).map(([at, from, length]) => {
      const text = all[at]!.title + all[at]!.text;
      return text.slice(from % text.length, (from % text.length) + length);
    });
    await fc.assert(
      fc.asyncProperty(piece, async (query) => {
        fc.pre(runs(query).length > 0);
        const found = await ask({ query, limit: 100, asTyped: true });
        const exact = found.results.filter((result) => result.exact).map(({ url }) => url);
        expect(exact, query).toEqual(expect.arrayContaining(all.filter((one) => holds(one, query)).map(({ url }) => url)));
      }),
      { numRuns: 60 },
    );
  });

  test('takes in what is new and edited, forgets what is removed, and each site has its own', async () => {
    const writer = openDocumentWriter(database, 'district');
    await writer.build([note('甲', '河边新修了栈道'), note('乙', '栈道夜里亮灯'), note('丙', '公园延时开放')]);
    expect(titlesOf(await ask({ query: '栈道' }, 'district')).sort()).toEqual(['乙', '甲']);
    expect(titlesOf(await ask({ query: '栈道' }))).toEqual([]);

    await writer.update({ changed: [note('乙', '亮灯到十点'), note('丁', '栈道边的长椅')], removed: ['/note/丙/'] });
    expect(titlesOf(await ask({ query: '栈道' }, 'district')).sort()).toEqual(['丁', '甲']);
    expect(titlesOf(await ask({ query: '延时开放' }, 'district'))).toEqual([]);
    const again = openServerSearch(database);
    expect(titlesOf(await again({ site: 'district', words, today: TODAY }, { query: '栈道' })).sort(), 'for who starts now').toEqual(['丁', '甲']);

    await writer.build([note('戊', '栈道检修')]);
    expect(titlesOf(await ask({ query: '栈道' }, 'district'))).toEqual(['戊']);
    expect((await ask({ query: '公积金' })).total, 'what the city has').toBeGreaterThan(3);
  });

  test('keeps nothing of what was edited many times', async () => {
    const writer = openDocumentWriter(database, 'edited');
    await writer.build([note('甲', '第一稿')]);
    const sizes = async () => {
      const [row] = await database.query<{ postings: string; texts: string }>(
        `SELECT (SELECT count(*) FROM search_postings WHERE site = 'edited') AS postings, (SELECT count(*) FROM search_texts JOIN search_documents ON id = document WHERE site = 'edited') AS texts`,
      );
      return row;
    };
    const before = await sizes();
    for (let time = 0; time < 5; time++) await writer.update({ changed: [note('甲', '第一稿')], removed: [] });
    expect(await sizes()).toEqual(before);
  });

  test('a write that fails leaves what was there', async () => {
    const writer = openDocumentWriter(database, 'city');
    const before = await writer.version();
    const broken = (async function* () {
      yield note('甲', '一');
      throw new Error('the snapshot is gone');
    })();
    await expect(writer.build(broken)).rejects.toThrow('the snapshot is gone');
    expect(await writer.version()).toBe(before);
    expect((await ask({ query: '公积金' })).total).toBeGreaterThan(3);
  });
});

/** An answer, but for the order of results that rank alike. */
function seen({ results, ...answer }: SearchAnswer) {
  const round = (points: number) => Math.round(points * 1e6) / 1e6;
  const all = results.map(({ reasons = [], ...result }) => ({ ...result, points: round(reasons.reduce((sum, { points }) => sum + points, 0)), reasons: reasons.map(({ name, points }) => `${name} ${round(points)}`) }));
  const key = ({ points, date, url }: (typeof all)[number]) => `${date} ${points} ${url}`;
  return { ...answer, order: all.map(({ points, date }) => `${date} ${points}`), results: all.sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}
