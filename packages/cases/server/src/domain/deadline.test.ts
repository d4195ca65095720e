import { describe, expect, test } from 'vitest';

import { deadlineOf, dueIn } from './deadline.ts';

describe('deadlineOf', () => {
  test.each([
    // 2025: 国庆中秋 10-01 to 10-08, 09-28 and 10-11 are working days.
    ['2025-09-26T02:00:00Z', 5, '2025-10-10', 'over the holiday, with the working Sunday before it'],
    ['2025-09-30T02:00:00Z', 5, '2025-10-14', 'over the holiday, with the working Saturday after it'],
    // 2026: 国庆 10-01 to 10-07, 09-20 and 10-10 are working days.
    ['2026-09-30T02:00:00Z', 5, '2026-10-13', 'over the holiday of the next year'],
    ['2026-09-18T02:00:00Z', 1, '2026-09-20', 'on the working Sunday itself'],
    ['2025-11-10T02:00:00Z', 5, '2025-11-17', 'over an ordinary weekend'],
    ['2025-11-10T02:00:00Z', 15, '2025-12-01', 'in the longer limit'],
    ['2025-11-09T16:30:00Z', 5, '2025-11-17', 'from the day it is in Shanghai, not in UTC'],
  ])('%s + %i working days ends on %s, %s', (receivedAt, limit, dueOn) => {
    expect(deadlineOf(receivedAt, limit).dueOn).toBe(dueOn);
  });

  test('prints every day with its number or the reason it does not count', () => {
    const { calculation } = deadlineOf('2025-09-30T02:00:00Z', 5);
    expect(calculation.slice(0, 2)).toEqual([
      { date: '2025-09-30', note: '收到当日不计' },
      { date: '2025-10-01', note: expect.stringMatching(/国庆/) },
    ]);
    expect(calculation.find(({ date }) => date === '2025-10-11')).toEqual({ date: '2025-10-11', count: 3, note: '调休上班' });
    expect(calculation.find(({ date }) => date === '2025-10-12')).toEqual({ date: '2025-10-12', note: '周末' });
    expect(calculation.at(-1)).toEqual({ date: '2025-10-14', count: 5 });
  });
});

describe('dueIn', () => {
  test.each([
    ['2025-11-10T02:00:00Z', undefined, 'calm', 5],
    ['2025-11-13T02:00:00Z', undefined, 'soon', 2],
    ['2025-11-17T15:59:00Z', undefined, 'soon', 0],
    ['2025-11-17T16:00:00Z', undefined, 'overdue', 1],
    ['2025-11-19T02:00:00Z', undefined, 'overdue', 2],
    ['2025-12-31T02:00:00Z', '2025-11-17T08:00:00Z', 'met', 0],
    ['2025-12-31T02:00:00Z', '2025-11-18T08:00:00Z', 'missed', 1],
  ] as const)('at %s, answered %s, is %s by %i working days', (now, answeredAt, urgency, workingDays) => {
    expect(dueIn('2025-11-17', now, answeredAt)).toEqual({ urgency, workingDays });
  });
});
