/** Adds up how long each step of a run takes. */
export interface Stopwatch {
  measure<T>(step: string, work: () => T | Promise<T>): Promise<T>;
  measureNow<T>(step: string, work: () => T): T;
  /** Seconds by step, to the millisecond. */
  seconds(): Record<string, number>;
  /** Seconds since the watch was made. */
  total(): number;
}

/** Starts a stopwatch. */
export function createStopwatch(): Stopwatch {
  const begun = performance.now();
  const spent: Record<string, number> = {};
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
    total: () => round(performance.now() - begun),
  };
}
