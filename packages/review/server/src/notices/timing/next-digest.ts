import { shanghaiDate } from '@mingchuang/content/dates';
import { isWorkingDay } from '@mingchuang/content/working-days';

import { dayAfter, instantAt } from './shanghai-time.ts';

/**
 * When the next daily digest leaves: at that time of the next working day (节假日与调休), or of today while it is still
 * to come.
 * @param time `HH:MM` in Asia/Shanghai.
 */
export function nextDigest(after: Date, time: string): Date {
  for (let days = 0; ; days++) {
    const date = days === 0 ? shanghaiDate(after) : dayAfter(after, days);
    const at = instantAt(date, time);
    if (at > after && isWorkingDay(date)) return at;
  }
}
