/** Adds up how long each step of a run takes. */
export interface Stopwatch {
  measure<T>(step: string, work: () => T | Promise<T>): Promise<T>;
  measureNow<T>(step: string, work: () => T): T;
  /** Measures work that several do at once: the time it takes is parted by what they say they spent on each step. */
  share<T>(work: (spend: (step: string, milliseconds: number) => void) => Promise<T>): Promise<T>;
  /** Seconds by step, to the millisecond. */
  seconds(): Record<string, number>;
  /** Seconds since the watch was made, and what was before it. */
  total(): number;
}

/** Starts a stopwatch. @param before Milliseconds that steps took before it. */
export function createStopwatch(before: Record<string, number> = {}): Stopwatch {
  const begun = performance.now();
  const spent: Record<string, number> = { ...before };
  const add = (step: string, milliseconds: number) => (spent[step] = (spent[step] ?? 0) + milliseconds);
  const round = (milliseconds: number) => Math.round(milliseconds) / 1000;
  return {
    async measure(step, work) {
      const since = performance.now();
      try {
        return await work();
      } finally {
        add(step, performance.now() - since);
      }
    },
    measureNow(step, work) {
      const since = performance.now();
      try {
        return work();
      } finally {
        add(step, performance.now() - since);
      }
    },
    async share(work) {
      const since = performance.now();
      const parts = new Map<string, number>();
      try {
        return await work((step, milliseconds) => parts.set(step, (parts.get(step) ?? 0) + milliseconds));
      } finally {
        const [took, all] = [performance.now() - since, [...parts.values()].reduce((sum, part) => sum + part, 0)];
        for (const [step, part] of parts) add(step, (took * part) / all);
      }
    },
    seconds: () => Object.fromEntries(Object.entries(spent).map(([step, milliseconds]) => [step, round(milliseconds)])),
    total: () => round(Object.values(before).reduce((sum, value) => sum + value, 0) + performance.now() - begun),
  };
}
