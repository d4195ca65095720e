import type { Starts } from '../engine/shard.ts';

/** Documents that are remembered, each counted with every run it holds: about 100 bytes. */
const MOST = 1_000_000;
/** What a run weighs beside its documents. */
const RUN = 10;

/** Remembers where the runs stand that were asked for last. A run that stands everywhere weighs as much as many rare ones. */
export function rememberRuns(find: (run: string) => Promise<Starts>, most = MOST): (run: string) => Promise<Starts> {
  const known = new Map<string, { found: Promise<Starts>; weight: number }>();
  let weight = 0;

  function add(run: string, more: number): void {
    known.get(run)!.weight += more;
    weight += more;
    for (const oldest of known.keys()) {
      if (weight <= most) break;
      forget(oldest);
    }
  }

  function forget(run: string): void {
    weight -= known.get(run)!.weight;
    known.delete(run);
  }

  return (run) => {
    const before = known.get(run);
    const one = before ?? { found: find(run), weight: 0 };
    // The last in order is the last that was asked for.
    known.delete(run);
    known.set(run, one);
    if (before) return one.found;
    const isKnown = () => known.get(run) === one;
    add(run, RUN);
    one.found.then(
      ({ size }) => isKnown() && add(run, size),
      () => isKnown() && forget(run),
    );
    return one.found;
  };
}
