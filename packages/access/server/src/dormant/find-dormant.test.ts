import { describe, expect, test } from 'vitest';

import { type Account, findDormant } from './find-dormant.ts';

const now = new Date('2026-11-26T00:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
const account = (id: number, more: Partial<Account>): Account => ({ id, isActive: true, isSuperAdmin: false, changedAt: daysAgo(400), seenAt: daysAgo(1), ...more });
const dormant = (...accounts: Account[]) => findDormant(accounts, now).map(({ id }) => id);

describe('findDormant', () => {
  test('finds who has not signed in for more than ninety days', () => {
    expect(dormant(account(1, { seenAt: daysAgo(89) }), account(2, { seenAt: daysAgo(91) }), account(3, { seenAt: undefined }))).toEqual([2, 3]);
  });

  test('leaves an account alone that has just been made or woken up', () => {
    expect(dormant(account(1, { seenAt: daysAgo(200), changedAt: daysAgo(3) }), account(2, { seenAt: undefined, changedAt: daysAgo(3) }))).toEqual([]);
  });

  test('does not find those that sleep already', () => {
    expect(dormant(account(1, { isActive: false, seenAt: daysAgo(200) }))).toEqual([]);
  });

  test('keeps the super administrator who came last', () => {
    expect(dormant(account(1, { isSuperAdmin: true, seenAt: daysAgo(300) }), account(2, { isSuperAdmin: true, seenAt: daysAgo(200) }))).toEqual([1]);
  });
});
