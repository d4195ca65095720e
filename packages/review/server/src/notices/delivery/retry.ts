import { DeliveryError, reasonOf } from './delivery-error.ts';
import type { Outcome } from './deliveries.ts';

const MINUTE = 60_000;
/** One minute, two, four, … an hour; with these attempts it is tried for about a day. */
const ATTEMPTS = 28;

/** What becomes of a delivery that failed. @param attempt The one that failed, from 1. */
export function afterFailure(error: unknown, attempt: number, now: Date): Outcome {
  const problem = reasonOf(error);
  if ((error instanceof DeliveryError && error.isFinal) || attempt >= ATTEMPTS) return { state: 'failed', problem };
  const wait = Math.min(2 ** (attempt - 1), 60) * MINUTE;
  return { state: 'waiting', problem, dueAt: new Date(now.getTime() + wait) };
}
