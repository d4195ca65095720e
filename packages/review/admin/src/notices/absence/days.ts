import { shanghaiDate, shanghaiMinute } from '@mingchuang/content/dates';

const DAY = 24 * 60 * 60 * 1000;
const MIDNIGHT = ' 00:00';

/** The instants of whole days in Asia/Shanghai: from the start of the first to the end of the last. @param from YYYY-MM-DD. */
export function instantsOf({ from, to }: { from: string; to: string }): { from: string; until: string } {
  const start = (date: string) => new Date(`${date}T00:00:00+08:00`);
  return { from: start(from).toISOString(), until: new Date(start(to).getTime() + DAY).toISOString() };
}

/** A stretch of time in words: by days where it is whole days, by minutes otherwise. */
export function sayDays({ fromAt, untilAt }: { fromAt: string; untilAt: string }): string {
  const isWhole = [fromAt, untilAt].every((instant) => shanghaiMinute(instant).endsWith(MIDNIGHT));
  if (!isWhole) return `${shanghaiMinute(fromAt)} 至 ${shanghaiMinute(untilAt)}`;
  const [first, last] = [shanghaiDate(fromAt), shanghaiDate(new Date(Date.parse(untilAt) - 1))];
  return first === last ? first : `${first} 至 ${last}`;
}
