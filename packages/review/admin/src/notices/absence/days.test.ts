import { describe, expect, test } from 'vitest';

import { instantsOf, sayDays } from './days.ts';

describe('instantsOf and sayDays', () => {
  test('take days with both ends, and say them back', () => {
    const { from, until } = instantsOf({ from: '2026-11-27', to: '2026-11-30' });
    expect([from, until]).toEqual(['2026-11-26T16:00:00.000Z', '2026-11-30T16:00:00.000Z']);
    expect(sayDays({ fromAt: from, untilAt: until })).toBe('2026-11-27 至 2026-11-30');
    const one = instantsOf({ from: '2026-11-27', to: '2026-11-27' });
    expect(sayDays({ fromAt: one.from, untilAt: one.until })).toBe('2026-11-27');
  });

  test('say the minutes of what was not set by days, or ended early', () => {
    expect(sayDays({ fromAt: '2026-11-26T16:00:00.000Z', untilAt: '2026-11-27T02:30:00.000Z' })).toBe('2026-11-27 00:00 至 2026-11-27 10:30');
  });
});
