import { expect, test } from 'vitest';

import { tiersOf } from './library.ts';

const shards = (...counts: number[]) => counts.map((count, number) => ({ hash: String(number), count, hide: [] }));
const counts = (...given: number[]) => tiersOf(shards(...given)).map((tier) => tier.reduce((sum, { count }) => sum + count, 0));

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
