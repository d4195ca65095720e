import { shanghaiDate, shanghaiTime } from '@mingchuang/content/dates';

const DAY = 24 * 60 * 60 * 1000;

/** A time of day as people set it, `HH:MM`. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The time of day of an instant in Asia/Shanghai, `HH:MM`. */
export const timeOfDay = (at: Date): string => shanghaiTime(at).slice(0, 5);

/** The instant at which it is that time on that day in Asia/Shanghai, which keeps no summer time. */
export const instantAt = (date: string, time: string): Date => new Date(`${date}T${time}:00+08:00`);

/** The calendar day after that of an instant, or `days` after it, in Asia/Shanghai. */
export const dayAfter = (at: Date, days = 1): string => shanghaiDate(new Date(at.getTime() + days * DAY));
