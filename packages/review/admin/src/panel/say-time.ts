import { shanghaiDate, shanghaiMinute } from '@mingchuang/content/dates';

/** An instant as people say it, in the time of Shanghai: `14:03`, `11 月 26 日 14:03`, or with the year when it is another. */
export function sayTime(instant: string, now: Date): string {
  const [date, time] = shanghaiMinute(instant).split(' ') as [string, string];
  const today = shanghaiDate(now);
  if (date === today) return time;
  const [year, month, day] = date.split('-').map(Number);
  return `${date.slice(0, 4) === today.slice(0, 4) ? '' : `${year} 年 `}${month} 月 ${day} 日 ${time}`;
}
