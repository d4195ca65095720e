import { workingDeadline } from '@mingchuang/content/working-days';
import { shanghaiDate } from '@mingchuang/content/dates';

/** The end of the last of some working days (国务院节假日安排), counted from the day after; an instant in UTC. */
export function dueAfter(from: Date, days: number): string {
  const { dueOn } = workingDeadline(shanghaiDate(from), days);
  return new Date(`${dueOn}T23:59:59+08:00`).toISOString();
}
