import { dateInWords } from '@mingchuang/content';

import { currentLocale } from './locale.ts';
import { t } from './index.ts';

const english = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const DAY = english({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTH_OF_YEAR = english({ month: 'long', year: 'numeric' });
const MONTH = english({ month: 'long' });
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** A calendar date in the reader's language: `2026 年 11 月 9 日`, `9 November 2026`. @param date YYYY-MM-DD. */
export function dayInWords(date: string): string {
  return currentLocale() === 'en' ? DAY.format(utc(date)) : dateInWords(date);
}

/** A month in the reader's language. @param month YYYY-MM. @param alone Without its year, which stands above. */
export function monthInWords(month: string, alone = false): string {
  if (currentLocale() === 'en') return (alone ? MONTH : MONTH_OF_YEAR).format(utc(`${month}-01`));
  const [year = '', number = ''] = month.split('-');
  return alone ? t('column.monthOf', { month: Number(number) }) : t('date.month', { year, month: Number(number) });
}
