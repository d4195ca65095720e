/** Adds up how long each step of a run takes. */
export interface Stopwatch {
  measure<T>(step: string, work: () => T | Promise<T>): Promise<T>;
  measureNow<T>(step: string, work: () => T): T;
  /** Seconds by step, to the millisecond. */
  seconds(): Record<string, number>;
  /** Seconds since the watch was made, and what was before it. */
  total(): number;
}

/** Starts a stopwatch. @param before Milliseconds that steps took before it. */
export function createStopwatch(before: Record<string, number> = {}): Stopwatch {
  const begun = performance.now();
  const spent: Record<string, number> = { ...before };
  const add = (step: string, since: number) => (spent[step] = (spent[step] ?? 0) + performance.now() - since);
  const round = (milliseconds: number) => Math.round(milliseconds) / 1000;
  return {
    async measure(step, work) {
      const since = performance.now();
      try {
        return await work();
      } finally {
        add(step, since);
      }
    },
    measureNow(step, work) {
      const since = performance.now();
      try {
        return work();
      } finally {
        add(step, since);
      }
    },
    seconds: () => Object.fromEntries(Object.entries(spent).map(([step, milliseconds]) => [step, round(milliseconds)])),
    total: () => round(Object.values(before).reduce((sum, value) => sum + value, 0) + performance.now() - begun),
  };
}
