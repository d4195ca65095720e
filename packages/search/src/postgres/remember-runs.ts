import { LRUCache } from 'lru-cache';

import type { Starts } from '../engine/shard.ts';

/** Documents that are remembered, each counted with every run it holds: about 100 bytes. */
const MOST = 1_000_000;
/** What a run weighs beside its documents. */
const RUN = 10;

/** Remembers where the runs stand that were asked for last. A run that stands everywhere weighs as much as many rare ones. */
export function rememberRuns(find: (run: string) => Promise<Starts>, most = MOST): (run: string) => Promise<Starts> {
  const known = new LRUCache<string, Starts>({ maxSize: most, sizeCalculation: ({ size }) => RUN + size, fetchMethod: find, ignoreFetchAbort: true });
  return (run) => known.forceFetch(run);
}
