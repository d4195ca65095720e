import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dateInWords, daysUntil, shanghaiDate, shanghaiMinute, shanghaiTime } from './dates.ts';

// Swedish dates are written as ours are.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

test('instants are told as clocks in Shanghai show them, those of its summer times too', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (instant) => {
      const [day, time] = clock.format(instant).split(' ');
      expect(shanghaiDate(instant)).toBe(day);
      expect(shanghaiDate(instant.toISOString())).toBe(day);
      expect(shanghaiMinute(instant)).toBe(`${day} ${time!.slice(0, 5)}`);
      expect(shanghaiTime(instant)).toBe(time);
    }),
  );
  expect(shanghaiMinute('1991-09-14T14:59:00Z')).toBe('1991-09-14 23:59');
  expect(shanghaiMinute('2026-11-27T16:00:00Z')).toBe('2026-11-28 00:00');
});

test('what is no instant is refused', () => {
  expect(() => shanghaiDate('yesterday')).toThrow('Not an instant: yesterday');
});

test('dates are said in words and counted', () => {
  expect(dateInWords('2026-03-05')).toBe('2026 年 3 月 5 日');
  expect(daysUntil('2026-02-27', '2026-03-02')).toBe(3);
});
