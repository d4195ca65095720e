import { afterAll, beforeAll, expect, test } from 'vitest';

import { prepareUndone, type Undone } from './kill.ts';

let undone: Undone;
beforeAll(async () => {
  undone = await prepareUndone(['approve', 20]);
}, 240_000);
afterAll(() => undone?.end());

const each = (told: object, count: number) => Object.fromEntries(Object.keys(told).map((name) => [name, count]));

// Each process tells what the one before left behind, and is killed in its own turn.
test('an approval that is killed between its writes leaves nothing, and one that is not leaves everything', async () => {
  expect(undone.first).toEqual([{ told: expect.anything() }]);
  const [killed, lived] = await undone.attempt(['approve', 0], ['approve', -1], ['due', 15]);
  expect(killed!.told).toEqual(each(killed!.told, 0));
  expect(killed!.writes).toBeGreaterThan(20);
  expect(lived!.told).toMatchObject({ document: 1, edition: 1, approvals: 1, audit: 1, changes: 1, addresses: 1, moves: 1 });
  expect(lived!.told.versions).toBeGreaterThan(0);
}, 400_000);

test('a planned publication that is killed in its work is caught up after the restart, once', async () => {
  const [approved, killed, caughtUp] = await undone.attempt(['approve', -1], ['due', 0], ['due', -1]);
  expect(approved!.told).toMatchObject({ document: 1, edition: 1, changes: 1 });
  expect(killed!.told).toEqual(each(killed!.told, 0));
  expect(killed!.writes).toBeGreaterThan(15);
  expect(caughtUp!.told).toMatchObject({ document: 1, edition: 1, audit: 1, changes: 1, addresses: 1, moves: 1, plans: 1, notices: 1 });
}, 400_000);
