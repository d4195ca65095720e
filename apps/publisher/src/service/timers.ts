/** Named timers, of which each replaces the one before of its name. */
export interface Timers {
  readonly stopped: boolean;
  /** @param wait Milliseconds. */
  set(name: string, wait: number, work: () => void): void;
  /** Clears all of them; none is set any more. */
  stop(): void;
}

export function createTimers(): Timers {
  const timers = new Map<string, NodeJS.Timeout>();
  let stopped = false;
  return {
    get stopped() {
      return stopped;
    },
    set(name, wait, work) {
      clearTimeout(timers.get(name));
      if (!stopped) timers.set(name, setTimeout(work, Math.max(0, wait)));
    },
    stop() {
      stopped = true;
      timers.forEach(clearTimeout);
    },
  };
}
