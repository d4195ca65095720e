const HOUR = 60 * 60 * 1000;

/** Counts wrong query codes, so that a code cannot be found by trying. */
export interface Attempts {
  isExhausted(number: string, now: number): boolean;
  fail(number: string, now: number): void;
}

/**
 * Keeps the wrong tries of the last hour by number, whether such a case exists or not: the answer must not tell.
 * Lives in memory; the oldest numbers are forgotten when a flood of made-up ones fills it.
 */
export function createAttempts({ allowed = 10, remembered = 50_000 } = {}): Attempts {
  const tries = new Map<string, number[]>();
  const recent = (number: string, now: number) => (tries.get(number) ?? []).filter((at) => at > now - HOUR);

  return {
    isExhausted: (number, now) => recent(number, now).length >= allowed,
    fail(number, now) {
      const kept = [...recent(number, now), now];
      tries.delete(number);
      tries.set(number, kept);
      if (tries.size > remembered) tries.delete(tries.keys().next().value!);
    },
  };
}
