import { expect, test } from 'vitest';

import { createAttempts } from './attempts.ts';

const MINUTE = 60_000;

test('refuses a number after ten wrong tries, until an hour has passed', () => {
  const attempts = createAttempts();
  for (let minute = 0; minute < 10; minute++) {
    expect(attempts.isExhausted('n', minute * MINUTE)).toBe(false);
    attempts.fail('n', minute * MINUTE);
  }
  expect(attempts.isExhausted('n', 10 * MINUTE)).toBe(true);
  expect(attempts.isExhausted('another', 10 * MINUTE)).toBe(false);
  expect(attempts.isExhausted('n', 59 * MINUTE)).toBe(true);
  expect(attempts.isExhausted('n', 60 * MINUTE)).toBe(false);
});

test('remembers a bounded count of numbers', () => {
  const attempts = createAttempts({ allowed: 1, remembered: 2 });
  for (const number of ['a', 'b', 'c']) attempts.fail(number, 0);
  expect(['a', 'b', 'c'].map((number) => attempts.isExhausted(number, 0))).toEqual([false, true, true]);
});
