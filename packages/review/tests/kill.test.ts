import { afterAll, beforeAll, expect, test } from 'vitest';

import { prepareUnsigned, type Unsigned } from './kill.ts';

let article: Unsigned;
beforeAll(async () => {
  article = await prepareUnsigned();
}, 240_000);
afterAll(() => article?.end());

test(
  'an approval that is killed between its writes leaves nothing, and one that is not leaves everything',
  async () => {
    for (const killAt of [1, 9, 20]) {
      expect(await article.approve(killAt)).toBeUndefined();
      const told = await article.told();
      expect(told).toEqual(Object.fromEntries(Object.keys(told).map((name) => [name, 0])));
    }
    expect(await article.approve(0)).toBeGreaterThan(20);
    expect(await article.told()).toMatchObject({ published: 1, edition: 1, approvals: 1, audit: 1, changes: 1, addresses: 1, moves: 1 });
    expect((await article.told()).versions).toBeGreaterThan(0);
  },
  400_000,
);
