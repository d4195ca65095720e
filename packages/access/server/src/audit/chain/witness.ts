import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the chain ended at some moment. */
export interface Sighting {
  sequence: number;
  hash: string;
  at: string;
}

/**
 * Notes outside of the database, now and then, where the chain ended. An old copy of the database put back in place of
 * the present one is whole in itself: only what stands elsewhere tells of it.
 */
export interface Witness {
  see(sighting: Sighting): void;
  /** Writes what is waiting. */
  flush(): void;
}

/** The longest time for which the end of the chain stands in the database alone, ms. */
const PAUSE = 10_000;

export const witnessFile = (dataDir: string): string => join(dataDir, 'audit', 'heads.ndjson');

/** Keeps `<dataDir>/audit/heads.ndjson`, a line at most every ten seconds. */
export function createWitness(dataDir: string): Witness {
  const file = witnessFile(dataDir);
  let waiting: Sighting | undefined;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    appendFileSync(file, `${JSON.stringify(waiting)}\n`, { mode: 0o600 });
    waiting = undefined;
  };
  return {
    see(sighting) {
      if (!waiting || sighting.sequence > waiting.sequence) waiting = sighting;
      timer ??= setTimeout(flush, PAUSE).unref();
    },
    flush,
  };
}

/** Reads what was noted. A line cut off by a power failure is left out. */
export function readSightings(dataDir: string): Sighting[] {
  const file = witnessFile(dataDir);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Sighting];
      } catch {
        return [];
      }
    });
}
