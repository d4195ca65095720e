/** What a caller has to say, and how far the other side has got. */
export interface Progress {
  sequence: number;
  done: number;
}

interface CallerOptions {
  read(): Promise<Progress & { epoch: string }>;
  /** Says it once. Throws when it did not arrive. */
  call(progress: { epoch: string; sequence: number }): Promise<void>;
  onError(error: unknown): void;
  /** Wait before trying again after the n-th failure, ms. */
  retryAfter(failures: number): number;
  /** Wait before saying it again when it arrived and nothing came back, ms. */
  remindAfter: number;
  /** Shortest time between two calls, ms. */
  pause?: number;
}

/** Keeps calling another system until it has got as far as the feed. */
export interface Caller {
  /** Something happened: look at once. Cheap, never throws. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Starts a caller. At most one call is under way and it always carries the newest number, so many publications at once
 * become one call. Nothing is kept: what is to be said follows from the database, also after a restart.
 */
export function startCaller({ read, call, onError, retryAfter, remindAfter, pause = 0 }: CallerOptions): Caller {
  let stopped = false;
  let woken = false;
  let endSleep: (() => void) | undefined;
  let isDisturbable = true;

  const sleep = async (milliseconds: number, disturbable: boolean) => {
    isDisturbable = disturbable;
    if (stopped || (disturbable && woken)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endSleep = undefined;
  };

  const run = async () => {
    let failures = 0;
    while (!stopped) {
      try {
        woken = false;
        const { epoch, sequence, done } = await read();
        const isBehind = sequence > done;
        if (isBehind) await call({ epoch, sequence });
        failures = 0;
        if (isBehind && pause > 0) await sleep(pause, false);
        await sleep(isBehind ? remindAfter : MAX_WAIT, true);
      } catch (error) {
        if (stopped) return;
        if (failures === 0) onError(error);
        await sleep(retryAfter(failures++), true);
      }
    }
  };
  const running = run();
  return {
    wake() {
      woken = true;
      if (isDisturbable) endSleep?.();
    },
    async stop() {
      stopped = true;
      endSleep?.();
      await running;
    },
  };
}

/** Longest sleep: a safety net, everything that matters wakes the caller. */
const MAX_WAIT = 60_000;

/** Half a second, one, two, … up to a minute. */
export function backOff(failures: number): number {
  return Math.min(500 * 2 ** failures, MAX_WAIT);
}
