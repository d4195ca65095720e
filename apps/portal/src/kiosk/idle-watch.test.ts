import { describe, expect, test } from 'vitest';

import { createIdleWatch, isSaid } from './idle-watch.ts';
import { COUNTDOWN } from './record.ts';

/** A watch over a minute of silence, and what it did. */
function open(seconds = 60) {
  const did: string[] = [];
  const watch = createIdleWatch(seconds, { warn: (left) => did.push(`warn ${left}`), back: () => did.push('back'), end: () => did.push('end') });
  const wait = (count: number) => Array.from({ length: count }).forEach(() => watch.tick());
  return { did, watch, wait };
}

describe('the watch over a kiosk', () => {
  test('says nothing while somebody touches the machine now and then', () => {
    const { did, watch, wait } = open();
    for (let times = 0; times < 5; times++) {
      wait(59);
      watch.touch();
    }
    expect(did).toEqual([]);
  });

  test('counts down aloud for twenty seconds, then ends', () => {
    const { did, wait } = open();
    wait(60 + COUNTDOWN);
    expect(did[0]).toBe('warn 20');
    expect(did.at(-2)).toBe('warn 1');
    expect(did.at(-1)).toBe('end');
    expect(did).toHaveLength(COUNTDOWN + 1);
  });

  test('stops the countdown when somebody comes back, and begins anew', () => {
    const { did, watch, wait } = open();
    wait(75);
    watch.touch();
    expect(did.at(-1)).toBe('back');
    wait(59);
    expect(did.at(-1)).toBe('back');
    wait(1);
    expect(did.at(-1)).toBe('warn 20');
  });

  test('tells a screen reader three times, not every second', () => {
    expect(Array.from({ length: COUNTDOWN }, (_, at) => COUNTDOWN - at).filter(isSaid)).toEqual([20, 10, 5]);
  });
});
