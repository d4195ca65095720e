import { explainError } from '../errors.ts';
import { compressBest, compressQuickly, isCompressible } from './compress.ts';
import type { Ledger } from './ledger.ts';
import type { ObjectStore } from './objects.ts';

/**
 * Bytes of one run that are compressed as small as possible before going live: about a tenth of a second on two
 * cores. A home page and an article fit; a sitemap or a full run does not and is upgraded afterwards.
 */
const BEST_AT_ONCE = 160 * 1024;

/** Compresses what a run stores. */
export interface Press {
  /** Stores bytes and sees to their compressed siblings. */
  store(bytes: Uint8Array, type: string): { hash: string; bytes: number; fresh: boolean };
  /** Returns once every sibling of this run is written. */
  finish(): Promise<void>;
}

/** Begins the compression of one run. */
export function createPress(objects: ObjectStore, ledger: Ledger): Press {
  let allowance = BEST_AT_ONCE;
  const best: Promise<void>[] = [];
  const later: string[] = [];
  return {
    store(bytes, type) {
      const stored = objects.put(bytes);
      if (!isCompressible(type) || (!stored.fresh && objects.hasSibling(stored.hash, '.br'))) return stored;
      if (bytes.length <= allowance) {
        allowance -= bytes.length;
        const pressed = compressBest(objects, stored.hash, bytes);
        // Awaited in finish(); until then a rejection must not count as unhandled.
        pressed.catch(() => undefined);
        best.push(pressed);
      } else {
        compressQuickly(objects, stored.hash, bytes);
        later.push(stored.hash);
      }
      return stored;
    },
    async finish() {
      await Promise.all(best);
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
