import { dateInWords } from '@mingchuang/content';

import { currentLocale } from './locale.ts';
import { t } from './index.ts';

const english = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const DAY = english({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = english({ day: 'numeric', month: 'short', year: 'numeric' });
const DAY_OF_YEAR = english({ day: 'numeric', month: 'short' });
const MONTH_OF_YEAR = english({ month: 'long', year: 'numeric' });
const MONTH = english({ month: 'long' });
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** A calendar date in the reader's language: `2026 年 11 月 9 日`, `9 November 2026`. @param date YYYY-MM-DD. */
export function dayInWords(date: string): string {
  return currentLocale() === 'en' ? DAY.format(utc(date)) : dateInWords(date);
}

/** A date beside a title in a list: `2026-11-09`, `9 Nov 2026`. @param date YYYY-MM-DD. @param alone Without its year, which stands above. */
export function dayInList(date: string, alone = false): string {
  if (currentLocale() === 'en') return (alone ? DAY_OF_YEAR : SHORT_DAY).format(utc(date));
  return alone ? date.slice(5) : date;
}

/** When something was published: `2026-11-09 09:20`, `9 November 2026, 09:20`. @param time `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`. */
export function momentInWords(time: string): string {
  if (currentLocale() !== 'en') return time;
  const [date = '', clock] = time.split(' ');
  return [DAY.format(utc(date)), clock].filter(Boolean).join(', ');
}

/** A month in the reader's language. @param month YYYY-MM. @param alone Without its year, which stands above. */
export function monthInWords(month: string, alone = false): string {
  if (currentLocale() === 'en') return (alone ? MONTH : MONTH_OF_YEAR).format(utc(`${month}-01`));
  const [year = '', number = ''] = month.split('-');
  return alone ? t('column.monthOf', { month: Number(number) }) : t('date.month', { year, month: Number(number) });
}
