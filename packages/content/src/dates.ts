const ZONE = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function split(instant: string | Date): Record<string, string> {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${String(instant)}`);
  return Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
}

/** The calendar day of an instant in Asia/Shanghai, YYYY-MM-DD. @throws {RangeError} When it is not an instant. */
export function shanghaiDate(instant: string | Date): string {
  const { year, month, day } = split(instant);
  return `${year}-${month}-${day}`;
}

/** An instant as the official page rules want it, `YYYY-MM-DD HH:MM`, in Asia/Shanghai. @throws {RangeError} */
export function shanghaiMinute(instant: string | Date): string {
  const { year, month, day, hour, minute } = split(instant);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** The time of day of an instant in Asia/Shanghai, `HH:MM:SS`. @throws {RangeError} */
export function shanghaiTime(instant: string | Date): string {
  const { hour, minute, second } = split(instant);
  return `${hour}:${minute}:${second}`;
}

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
