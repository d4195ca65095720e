const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Since 1992 Shanghai has known no summer time. */
const NO_SUMMER_TIME = Date.UTC(1992, 0);
const AHEAD = 8 * 3_600_000;

/** An instant as clocks show it there, `YYYY-MM-DDTHH:MM:SS`. Every row of every list asks: arithmetic is seven times as fast. */
function clock(instant: string | Date): string {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${String(instant)}`);
  if (time >= NO_SUMMER_TIME) return new Date(time + AHEAD).toISOString().slice(0, 19);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** The calendar day of an instant in Asia/Shanghai, YYYY-MM-DD. @throws {RangeError} When it is not an instant. */
export const shanghaiDate = (instant: string | Date): string => clock(instant).slice(0, 10);

/** An instant as the official page rules want it, `YYYY-MM-DD HH:MM`, in Asia/Shanghai. @throws {RangeError} */
export const shanghaiMinute = (instant: string | Date): string => clock(instant).slice(0, 16).replace('T', ' ');

/** The time of day of an instant in Asia/Shanghai, `HH:MM:SS`. @throws {RangeError} */
export const shanghaiTime = (instant: string | Date): string => clock(instant).slice(11);

/** A calendar date in words: `2026 年 11 月 9 日`. @param date YYYY-MM-DD. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

/** Days from one calendar date to another; negative when it lies before. @param from YYYY-MM-DD. */
export function daysUntil(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * When something was published, as precisely as is known: the minute for what was published here, the day for what
 * was brought over with a date only. A time is never invented.
 */
export function publicationTime(data: { firstPublishedAt?: string | undefined; publishedOn?: string | undefined }): string | undefined {
  const { firstPublishedAt, publishedOn } = data;
  if (firstPublishedAt && (!publishedOn || shanghaiDate(firstPublishedAt) === publishedOn)) return shanghaiMinute(firstPublishedAt);
  return publishedOn;
}
