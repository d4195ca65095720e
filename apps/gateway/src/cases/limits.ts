/** Counts what happens per key within a span of time, in memory. */
export interface Limit {
  /** Counts one more. @returns 0 when it is allowed, otherwise the seconds until it is again. */
  take(key: string, now: number): number;
  /** How many are counted at the moment. */
  count(key: string, now: number): number;
}

/** @param span Milliseconds. */
export function createLimit(allowed: number, span: number, remembered = 50_000): Limit {
  const counted = new Map<string, { since: number; count: number }>();
  const current = (key: string, now: number) => {
    const entry = counted.get(key);
    return entry && now - entry.since < span ? entry : undefined;
  };
  return {
    take(key, now) {
      const entry = current(key, now) ?? { since: now, count: 0 };
      if (entry.count >= allowed) return Math.ceil((entry.since + span - now) / 1000);
      entry.count++;
      counted.delete(key);
      counted.set(key, entry);
      if (counted.size > remembered) counted.delete(counted.keys().next().value!);
      return 0;
    },
    count: (key, now) => current(key, now)?.count ?? 0,
  };
}
