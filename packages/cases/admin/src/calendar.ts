import type { DeadlineDay } from '@mingchuang/content/case';

/** A day of the calculation as the calendar shows it. */
export interface CalendarDay extends DeadlineDay {
  /** Day of the month, with the month where a new one begins. */
  label: string;
  /** The day of receipt. */
  first: boolean;
}

/** Lays the days of a calculation out in weeks from Monday to Sunday. */
export function calendarWeeks(days: readonly DeadlineDay[]): (CalendarDay | undefined)[][] {
  const weeks: (CalendarDay | undefined)[][] = [];
  days.forEach((day, index) => {
    const column = (new Date(`${day.date}T00:00:00Z`).getUTCDay() + 6) % 7;
    if (index === 0 || column === 0) weeks.push(Array.from({ length: 7 }, () => undefined));
    const [, month, date] = day.date.split('-').map(Number);
    weeks.at(-1)![column] = { ...day, label: index === 0 || date === 1 ? `${month}/${date}` : String(date), first: index === 0 };
  });
  return weeks;
}
