import { shanghaiDate, type Snapshot } from '@mingchuang/content';

const HOUR = 60 * 60 * 1000;

/**
 * The next instant at which pages may differ although nothing was edited: midnight in Asia/Shanghai, when policies
 * expire and dates turn, and the beginning and the end of each alert.
 */
export function nextMoment(snapshot: Snapshot, now: Date): Date {
  const alerts = snapshot.all('alert').flatMap(({ data }) => [Date.parse(data.startsAt), Date.parse(data.endsAt)]);
  const later = alerts.filter((at) => at > now.getTime());
  return new Date(Math.min(nextMidnight(now).getTime(), ...later));
}

/** The next midnight in Asia/Shanghai. China has had one zone without summer time since 1991. */
export function nextMidnight(now: Date): Date {
  return new Date(Date.parse(`${shanghaiDate(now)}T00:00:00+08:00`) + 24 * HOUR);
}
