import { shanghaiDate, workingDaysBetween, workingDeadline, type DeadlineDay } from '@mingchuang/content';

/** How near the deadline is, as a list shows it. Never stored: it follows from the dates. */
export interface DueIn {
  urgency: 'calm' | 'soon' | 'overdue' | 'met' | 'missed';
  /** Working days left, or by which the deadline was missed. */
  workingDays: number;
}

/** From this many working days left on, a case is marked as urgent (临期). */
const SOON = 2;

/**
 * Says how a case stands against its deadline.
 * @param now Instant; for an answered case the instant of the answer decides instead.
 */
export function dueIn(dueOn: string, now: string, answeredAt?: string | null): DueIn {
  const day = shanghaiDate(answeredAt ?? now);
  if (day > dueOn) return { urgency: answeredAt ? 'missed' : 'overdue', workingDays: workingDaysBetween(dueOn, day) };
  const workingDays = workingDaysBetween(day, dueOn);
  if (answeredAt) return { urgency: 'met', workingDays };
  return { urgency: workingDays <= SOON ? 'soon' : 'calm', workingDays };
}

/** Last day for the answer to something received at an instant, with the calculation day by day. */
export function deadlineOf(receivedAt: string, limit: number): { dueOn: string; calculation: DeadlineDay[] } {
  return workingDeadline(shanghaiDate(receivedAt), limit);
}
