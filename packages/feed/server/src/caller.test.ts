import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { backOff, type Caller, startCaller } from './caller.ts';

let feed = { epoch: 'e', sequence: 0, done: 0 };
let calls: number[];
let fail: boolean;
let caller: Caller;
let errors: number;
const start = (more: { pause?: number; slow?: number } = {}) =>
  startCaller({
    read: async () => ({ ...feed }),
    call: async ({ sequence }) => {
      calls.push(sequence);
      if (more.slow) await new Promise((resolve) => setTimeout(resolve, more.slow));
      if (fail) throw new Error('away');
    },
    onError: () => errors++,
    retryAfter: backOff,
    remindAfter: 15_000,
    ...more,
  });
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  feed = { epoch: 'e', sequence: 0, done: 0 };
  calls = [];
  fail = false;
  errors = 0;
});
afterEach(async () => {
  await caller.stop();
  vi.useRealTimers();
});

describe('startCaller', () => {
  test('calls at once when woken, and not without a reason', async () => {
    caller = start();
    await pass(1000);
    expect(calls).toEqual([]);
    feed.sequence = 3;
    caller.wake();
    await pass(0);
    expect(calls).toEqual([3]);
  });

  test('says what is open after a restart without being woken', async () => {
    feed = { epoch: 'e', sequence: 9, done: 4 };
    caller = start();
    await pass(0);
    expect(calls).toEqual([9]);
  });

  test('makes one call of what happens while another is under way', async () => {
    caller = start({ slow: 100 });
    for (const sequence of [1, 2, 3]) {
      feed.sequence = sequence;
      caller.wake();
      await pass(10);
    }
    await pass(300);
    expect(calls).toEqual([1, 3]);
  });

  test('tries again from half a second to a minute, tells the operator once, and stops when it is done', async () => {
    fail = true;
    feed.sequence = 1;
    caller = start();
    await pass(500 + 1000 + 2000 + 10);
    expect(calls).toHaveLength(4);
    await pass(600_000);
    const count = calls.length;
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(25);
    expect(errors).toBe(1);

    fail = false;
    await pass(60_000);
    feed.done = 1;
    await pass(60_000);
    const settled = calls.length;
    await pass(600_000);
    expect(calls).toHaveLength(settled);
  });

  test('reminds who heard it and does not answer', async () => {
    feed.sequence = 1;
    caller = start();
    await pass(15_000 + 10);
    expect(calls).toEqual([1, 1]);
  });

  test('keeps a pause that nothing disturbs', async () => {
    feed.sequence = 1;
    caller = start({ pause: 60_000 });
    await pass(10);
    feed = { epoch: 'e', sequence: 2, done: 1 };
    caller.wake();
    await pass(59_000);
    expect(calls).toEqual([1]);
    await pass(2_000);
    expect(calls).toEqual([1, 2]);
  });
});
