import { afterAll, beforeAll, expect, test } from 'vitest';

import { prepareUnsigned, type Unsigned } from './kill.ts';

let article: Unsigned;
beforeAll(async () => {
  article = await prepareUnsigned();
}, 240_000);
afterAll(() => article?.end());

test('an approval that is killed at any of its writes leaves all of it or nothing', async () => {
  for (let killAt = 1; ; killAt++) {
    const writes = await article.approve(killAt);
    const told = Object.values(await article.told());
    if (told.some((count) => count > 0)) {
      expect(told.every((count) => count > 0)).toBe(true);
      expect(writes ?? killAt).toBeGreaterThanOrEqual(killAt - 1);
      return;
    }
  }
}, 3_000_000);
