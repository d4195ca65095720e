import { afterEach, expect, test, vi } from 'vitest';

import { PAGEFIND_VERSION } from '../format.ts';
import { fileOfName, markOfName } from '../names.ts';
import { packTable } from '../packed-table.ts';
import { openLibrary, tiersOf } from './library.ts';

const shards = (...counts: number[]) => counts.map((count, number) => ({ hash: String(number), count, hide: [], names: 1 }));
const counts = (...given: number[]) => tiersOf(shards(...given)).map((tier) => tier.reduce((sum, { count }) => sum + count, 0));

afterEach(() => void vi.unstubAllGlobals());

test('each tier is twice as large as the one before, so that few are read before all are', () => {
  expect(counts(200, ...Array.from({ length: 28 }, () => 3500))).toEqual([10_700, 21_000, 45_500, 21_000]);
});

test('a small site has one tier, and none without documents', () => {
  expect(counts(200, 5000, 6000)).toEqual([11_200]);
  expect(counts()).toEqual([]);
});

test('a shard is never parted, however large', () => {
  expect(counts(30_000, 20_000, 30_000)).toEqual([30_000, 20_000, 30_000]);
});

test('what is not read is opened when it holds a document that is called as what was typed', async () => {
  const column = { values: [''], at: [0] };
  const table = packTable({ pagefind: PAGEFIND_VERSION, day: [0], length: [0], title: [0], aliases: {}, kind: column, agency: column, validity: column, chunks: [] });
  const mark = markOfName('养犬登记');
  const files: Record<string, unknown> = {
    'search.json': { shards: [{ hash: 'new', count: 9000, hide: [], names: 71 }, { hash: 'old', count: 20_000, hide: [], names: 157 }, { hash: 'oldest', count: 5000, hide: [], names: 40 }] },
    'new/m.json': table,
    'old/m.json': table,
    [`old/names/${fileOfName(mark, 157)}.json`]: [1, mark],
    [`oldest/names/${fileOfName(mark, 40)}.json`]: [1],
  };
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.replace('https://city.example/search/', '');
    asked.push(name);
    return name in files ? Response.json(files[name]) : new Response('', { status: 404 });
  });
  const place = { base: 'https://city.example/search/', shown: 'https://city.example/search/' };
  const library = await openLibrary(place, Promise.resolve({ open: async () => ({ search: async () => ({ results: [] }) }), read: () => 0 }));

  expect((await library.open(0)).rows).toBe(9000);
  expect(asked).toEqual(['search.json', 'new/m.json']);
  expect(await library.open(0, '《养犬登记》')).toMatchObject({ shards: { length: 2 }, rows: 29_000, whole: 9000 });
  expect(asked).toContain('old/m.json');
  expect(asked).not.toContain('oldest/m.json');
});
