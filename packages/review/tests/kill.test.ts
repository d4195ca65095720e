import { afterAll, beforeAll, expect, test } from 'vitest';

import { prepareUndone, type Undone } from './kill.ts';

let undone: Undone;
beforeAll(async () => {
  undone = await prepareUndone();
}, 240_000);
afterAll(() => undone?.end());

const each = (told: object, count: number) => Object.fromEntries(Object.keys(told).map((name) => [name, count]));

test('an approval that is killed between its writes leaves nothing, and one that is not leaves everything', async () => {
  for (const killAt of [9, 20, 0]) {
    const { told, writes } = await undone.attempt('approve', killAt);
    expect(told).toEqual(each(told, 0));
    if (killAt > 0) expect(writes).toBeUndefined();
    else expect(writes).toBeGreaterThan(20);
  }
  const { told } = await undone.attempt('approve', -1);
  expect(told).toMatchObject({ document: 1, edition: 1, approvals: 1, audit: 1, changes: 1, addresses: 1, moves: 1 });
  expect(told.versions).toBeGreaterThan(0);
}, 400_000);

test('a planned publication that is killed in its work is caught up after the restart, once', async () => {
  for (const killAt of [15, 0]) {
    const { told } = await undone.attempt('due', killAt);
    expect(told).toEqual(each(told, 0));
  }
  const { told } = await undone.attempt('due', -1);
  expect(told).toMatchObject({
    document: 1,
    edition: 1,
    audit: 1,
    changes: 1,
    addresses: 1,
    moves: 1,
    plans: 1,
    notices: 1,
  });
}, 400_000);
