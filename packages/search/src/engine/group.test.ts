import { afterEach, expect, test, vi } from 'vitest';

import { searchGroup } from './group.ts';
import type { Library } from './library.ts';
import { openRules } from './rules.ts';
import { searchLibrary } from './search-library.ts';

const place = { base: 'https://www.wangchuan.example/search/index/', shown: '' };
/** Nothing in it. */
const library: Library = {
  place,
  tiers: 1,
  rows: 1,
  open: async () => ({ shards: [{ find: async () => new Map() }], rows: 1, whole: 1 }),
  vocabularies: async () => [],
  text: async () => Promise.reject(new Error('There is no text')),
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a sister site that never answers is left out after five seconds, and asked again only when that is wanted', async () => {
  vi.useFakeTimers();
  const asked = vi.fn((..._: unknown[]) => new Promise(() => undefined));
  vi.stubGlobal('fetch', asked);
  const open = { library, words: undefined, search: searchLibrary(library, openRules(undefined, '2026-11-01'), '2026-11-01') };
  const search = searchGroup(open, ['www.linjiang.example'], { pagefind: new Promise(() => undefined), today: '2026-11-01' });

  const told: string[] = [];
  const first = search({ query: '停水', language: 'en', everywhere: true }, ({ own, total }) => told.push(`${own} ${total}`));
  await vi.advanceTimersByTimeAsync(4900);
  expect(asked.mock.calls[0]).toContain('https://www.linjiang.example/search/index/search.json');
  expect(told, 'meanwhile the visitor has what this site has').toEqual(['true 0']);
  await vi.advanceTimersByTimeAsync(200);
  expect(await first).toMatchObject({ total: 0, silent: ['www.linjiang.example'] });

  asked.mockClear();
  expect((await search({ query: '供水', language: 'en', everywhere: true })).silent).toEqual(['www.linjiang.example']);
  expect(asked).not.toHaveBeenCalled();
  const again = search({ query: '供水', language: 'en', everywhere: true, again: true });
  await vi.advanceTimersByTimeAsync(5100);
  expect((await again).silent).toEqual(['www.linjiang.example']);
  expect(asked).toHaveBeenCalled();
});
