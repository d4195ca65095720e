import chineseDays from 'chinese-days';

import type { DeadlineDay } from './case.ts';

const { getDayDetail, isWorkday } = chineseDays;

const DAY = 24 * 60 * 60 * 1000;
const next = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/**
 * Counts working days by the State Council's calendar (节假日与调休). The day of receipt is day zero; the last day
 * belongs to the period (民法典 art. 201, 203).
 *
 * @param from Day of receipt, YYYY-MM-DD in Asia/Shanghai.
 * @param limit Working days, at least 1.
 * @returns The last day, and every day from receipt to it with its number or the reason it does not count.
 */
export function workingDeadline(from: string, limit: number): { dueOn: string; calculation: DeadlineDay[] } {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`Limit must be a whole number of at least 1: ${limit}`);
  const calculation: DeadlineDay[] = [{ date: from, note: '收到当日不计' }];
  let date = from;
  for (let count = 0; count < limit; ) {
    date = next(date);
    calculation.push(isWorkday(date) ? { date, count: ++count, ...made(date) } : { date, note: rest(date) });
  }
  return { dueOn: date, calculation };
}

/** Whether people work on a day, by the State Council's calendar. @param date YYYY-MM-DD. */
export const isWorkingDay = (date: string): boolean => isWorkday(date);

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let days = 0;
  for (let date = from; date < to; ) {
    date = next(date);
    if (isWorkday(date)) days++;
  }
  return days;
}

function made(date: string): { note?: string } {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? { note: '调休上班' } : {};
}

function rest(date: string): string {
  const name = getDayDetail(date).name.split(',')[1];
  return name ?? '周末';
}
