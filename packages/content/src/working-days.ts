// The tables alone: the functions beside them read the clock's time zone, and are a day off west of Greenwich.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

import type { DeadlineDay } from './case.ts';

/** Names of holidays, and of the working days that make up for them, by date. */
const holidays: Readonly<Record<string, string>> = calendar.holidays;
const workdays: Readonly<Record<string, string>> = calendar.workdays;

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
    calculation.push(isWorkingDay(date) ? { date, count: ++count, ...made(date) } : { date, note: rest(date) });
  }
  return { dueOn: date, calculation };
}

/** Whether people work on a day, by the State Council's calendar. @param date YYYY-MM-DD. */
export const isWorkingDay = (date: string): boolean => date in workdays || !(isWeekend(date) || date in holidays);

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let days = 0;
  for (let date = from; date < to; ) {
    date = next(date);
    if (isWorkingDay(date)) days++;
  }
  return days;
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

const made = (date: string): { note?: string } => (isWeekend(date) ? { note: '调休上班' } : {});

/** Why a day does not count. */
const rest = (date: string): string => holidays[date]?.split(',')[1] ?? '周末';
