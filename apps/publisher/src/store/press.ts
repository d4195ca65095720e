import { explainError } from '../errors.ts';
import { compressBest, compressQuickly, isCompressible } from './compress.ts';
import type { Ledger } from './ledger.ts';
import type { ObjectStore } from './objects.ts';

/**
 * Bytes of one run that are compressed as small as possible before going live: about a tenth of a second on two
 * cores. A home page and an article fit; a sitemap or a full run does not and is upgraded afterwards.
 */
const BEST_AT_ONCE = 160 * 1024;
/** Objects compressed beside each other: enough to keep the other core busy, few enough to hold little in memory. */
const SIDE_BY_SIDE = 32;

/** Compresses what a run stores. */
export interface Press {
  /** Stores bytes and sees to their compressed siblings. */
  store(bytes: Uint8Array, type: string): { hash: string; bytes: number; fresh: boolean };
  /** Waits while too many are being compressed; long runs ask between their pages. */
  room(): Promise<void> | undefined;
  /** Returns once every sibling of this run is written. */
  finish(): Promise<void>;
}

/** What compresses: a workshop's stores, and whether it does. */
export interface PressParts {
  objects: ObjectStore;
  ledger: Ledger;
  compress: boolean;
}

/** Begins the compression of one run. */
export function createPress({ objects, ledger, compress }: PressParts): Press {
  let allowance = BEST_AT_ONCE;
  const under = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  const later: string[] = [];
  /** What fails is told by `finish`, not where nobody listens. */
  const follow = (pressed: Promise<void>) => {
    const settled: Promise<void> = pressed.catch((error: unknown) => void (failure ??= { error })).finally(() => under.delete(settled));
    under.add(settled);
  };
  return {
    store(bytes, type) {
      const stored = objects.put(bytes);
      if (!compress || !isCompressible(type) || (!stored.fresh && objects.hasSibling(stored.hash, '.br'))) return stored;
      if (bytes.length <= allowance) {
        allowance -= bytes.length;
        follow(compressBest(objects, stored.hash, bytes));
      } else {
        follow(compressQuickly(objects, stored.hash, bytes));
        later.push(stored.hash);
      }
      return stored;
    },
    room: () => (under.size < SIDE_BY_SIDE || failure ? undefined : Promise.race(under)),
    async finish() {
      await Promise.all(under);
      if (failure) throw failure.error;
      ledger.addUpgrades(later);
    },
  };
}

/**
 * Compresses one waiting object as small as it gets. Runs between publications, one object at a time.
 * @returns false when none is waiting.
 */
export async function upgradeOne(objects: ObjectStore, ledger: Ledger, warn: (message: string) => void): Promise<boolean> {
  const [hash] = ledger.upgrades(1);
  if (hash === undefined) return false;
  try {
    if (objects.has(hash)) await compressBest(objects, hash, objects.read(hash));
  } catch (error) {
    warn(`对象 ${hash} 没能再压缩：${explainError(error)}`);
  }
  ledger.removeUpgrade(hash);
  return true;
}
