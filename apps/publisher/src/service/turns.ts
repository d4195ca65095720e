/** Lets work take its turn: one at a time within a lane, lanes beside each other, and now and then one for all. */
export interface Turns {
  take<T>(lane: string, work: () => Promise<T>): Promise<T>;
  /** Waits until nothing is under way in any lane, and holds all of them while it runs. */
  takeAll<T>(work: () => Promise<T>): Promise<T>;
  /** Returns once nothing is under way and nothing waits. */
  idle(): Promise<void>;
}

/** Makes lanes as they are asked for. */
export function createTurns(): Turns {
  const ends = new Map<string, Promise<unknown>>();
  /** The end of the last work for all: a new lane begins behind it. */
  let common: Promise<unknown> = Promise.resolve();
  const settle = (work: Promise<unknown>) => work.catch(() => undefined);

  return {
    take(lane, work) {
      const result = (ends.get(lane) ?? common).then(work);
      ends.set(lane, settle(result));
      return result;
    },
    takeAll(work) {
      const result = Promise.all([common, ...ends.values()]).then(work);
      common = settle(result);
      for (const lane of ends.keys()) ends.set(lane, common);
      return result;
    },
    async idle() {
      for (let seen: unknown[] = []; ; ) {
        const now = [common, ...ends.values()];
        if (now.length === seen.length && now.every((end, at) => end === seen[at])) return;
        await Promise.all((seen = now));
      }
    },
  };
}
