import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Attempt, DEEDS, prepareUndone, type Undone } from './kill.ts';

let undone: Undone;
beforeAll(async () => {
  undone = await prepareUndone();
}, 240_000);
afterAll(() => undone?.end());

test.each(DEEDS)(
  '%s, killed at any of its writes, leaves all of it or nothing',
  async (deed) => {
    for (let killAt = 1; ; killAt++) {
      const [{ told, writes }] = (await undone.attempt([deed, killAt])) as [Attempt];
      const counts = Object.values(told);
      expect(counts.every((count) => count > 0) || counts.every((count) => count === 0), `killed at write ${killAt - 1}: ${JSON.stringify(told)}`).toBe(true);
      // It lived, since it has fewer writes; or it was killed after its commit.
      if (writes !== undefined || counts[0]! > 0) {
        expect(killAt).toBeGreaterThan(10);
        const [{ told: after }] = (await undone.attempt([deed, -1])) as [Attempt];
        expect(Object.entries(after).filter(([, count]) => count < 1)).toEqual([]);
        return;
      }
    }
  },
  3_000_000,
);
