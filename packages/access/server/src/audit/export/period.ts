const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Beijing keeps one time the whole year. */
const OFFSET = '+08:00';

/** A time from which, and one before which, as instants in UTC. */
export interface Period {
  from: string;
  before: string;
}

/**
 * Reads days in Beijing, both included.
 * @throws {Error} In Chinese, naming the day that is none.
 */
export function readPeriod(from: string, to: string): Period {
  const start = startOf(from, '起始日期');
  const end = startOf(to, '截止日期');
  if (end < start) throw new Error(`截止日期 ${to} 在起始日期 ${from} 之前，请对调`);
  return { from: start.toISOString(), before: new Date(end.getTime() + 24 * 60 * 60 * 1000).toISOString() };
}

function startOf(day: string, what: string): Date {
  const date = new Date(`${day}T00:00:00${OFFSET}`);
  const isReal = DAY.test(day) && !Number.isNaN(date.getTime()) && new Date(date.getTime() + 8 * 60 * 60 * 1000).toISOString().startsWith(day);
  if (!isReal) throw new Error(`${what}“${day}”不是日期，请写成 2026-11-26 这样`);
  return date;
}
