import type { SearchDocument } from '@mingchuang/content';
import { expect, test } from 'vitest';

import { cutShards, planShards, roomOf, sizeOf } from './plan-shards.ts';

/** Each fills 1,000. */
const documents = (count: number): SearchDocument[] => Array.from({ length: count }, (_, at) => ({ url: `/${at}/`, kind: 'article', title: '', aliases: [], text: 'x'.repeat(400) }));
const shard = (count: number, hide: number[] = []) => ({ hash: String(count), count, size: count * 1000, hide });
const room = roomOf({ shardSize: 4_000_000, laterShardSize: 20_000_000 });

test('what every search reads lies in small shards, what few read in large ones', () => {
  expect(cutShards(documents(50_000), sizeOf, room).map(({ length }) => length)).toEqual([4000, 4000, 4000, 20_000, 18_000]);
  expect(cutShards(documents(9000), sizeOf, roomOf({ shardSize: 4_000_000 })).map(({ length }) => length)).toEqual([4000, 4000, 1000]);
  expect(cutShards([], sizeOf, room)).toEqual([]);
});

test('documents further back are cut as they were when everything was built', () => {
  expect(cutShards(documents(30_000), sizeOf, room, 12_000).map(({ length }) => length)).toEqual([20_000, 10_000]);
});

test('a compaction leaves full shards, and packs what is small among what is old', () => {
  const full = [4000, 4000, 4000, 20_000].map((count) => shard(count));
  const before = (...more: ReturnType<typeof shard>[]) => planShards([...more, ...full], room).map(({ shards, row, rewrite }) => [shards.map(({ count }) => count), row, rewrite]);
  const kept = [[[4000], 0, false], [[4000], 4000, false], [[4000], 8000, false], [[20_000], 12_000, false]];
  expect(before()).toEqual(kept);
  expect(before(shard(200))).toEqual([[[200], 0, false], [[4000], 200, false], [[4000], 4200, false], [[4000], 8200, false], [[20_000], 12_200, false]]);
  expect(before(shard(200), shard(1000)).slice(0, 2)).toEqual([[[200, 1000], 0, true], [[4000], 1200, false]]);
  // Pushed behind the first rows by newer ones, small shards become parts of a large one.
  expect(before(shard(4000), shard(4000), shard(4000)).slice(3)).toEqual([[[4000, 4000, 4000], 12_000, true], [[20_000], 24_000, false]]);
});

test('a shard with many hidden rows is written anew, of its own', () => {
  const stale = shard(20_000, Array.from({ length: 4000 }, (_, row) => row));
  expect(planShards([shard(4000), shard(4000), shard(4000), stale], room).at(-1)).toEqual({ shards: [stale], row: 12_000, rewrite: true });
});
