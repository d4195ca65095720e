import { describe, expect, test } from 'vitest';

import type { Stage } from './flow.ts';
import { openSeats, takeSeat } from './seats.ts';

const stage = (countersign: Stage['countersign']): Stage => ({ name: '会审', roles: ['reviewer', 'signer'], users: [7], countersign, days: 1 });

describe('openSeats', () => {
  test('of any: all until one is taken', () => {
    expect(openSeats(stage('any'), [])).toEqual(['user:7', 'role:reviewer', 'role:signer']);
    expect(openSeats(stage('any'), ['role:signer'])).toEqual([]);
  });

  test('of all: those nobody has taken', () => {
    expect(openSeats(stage('all'), ['role:signer'])).toEqual(['user:7', 'role:reviewer']);
    expect(openSeats(stage('all'), ['role:signer', 'user:7', 'role:reviewer'])).toEqual([]);
  });
});

describe('takeSeat', () => {
  const open = openSeats(stage('all'), []);

  test('gives somebody their own seat before one of an absent colleague', () => {
    const own = { seats: ['user:9', 'role:signer'], fillsAny: false };
    const absent = { seats: ['user:7'], fillsAny: false, standsInFor: 7 };
    expect(takeSeat(open, [own, absent])).toEqual({ seat: 'role:signer' });
    expect(takeSeat(['user:7'], [own, absent])).toEqual({ seat: 'user:7', standsInFor: 7 });
  });

  test('gives administrators the first that is free, and strangers none', () => {
    expect(takeSeat(open, [{ seats: ['role:site-administrator'], fillsAny: true }])).toEqual({ seat: 'user:7' });
    expect(takeSeat(open, [{ seats: ['role:author'], fillsAny: false }])).toBeUndefined();
  });
});
