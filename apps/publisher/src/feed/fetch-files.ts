import type { FileRef } from '@mingchuang/content';

import { explainError } from '../errors.ts';
import type { ObjectStore } from '../store/objects.ts';
import type { SnapshotStore } from '../store/snapshot-store.ts';
import type { Feed } from './connect-feed.ts';

const AT_ONCE = 4;
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 600_000;

/** Fetches files of the CMS and remembers which ones failed, when to ask for them again and why. */
export interface FileFetcher {
  /** Fetches those that are not here yet. A file that cannot be had stops nothing. @returns how many arrived. */
  fetch(files: Iterable<FileRef>): Promise<number>;
  /** What went wrong with a file the last time. */
  reasonOf(file: FileRef): string | undefined;
}

export interface FetcherParts {
  feed: Feed;
  store: SnapshotStore;
  objects: ObjectStore;
  now: () => Date;
}

/** Makes the fetcher of a publisher. Waiting doubles from ten seconds to ten minutes for each file that fails. */
export function createFileFetcher({ feed, store, objects, now }: FetcherParts): FileFetcher {
  const failures = new Map<string, { reason: string; wait: number; next: number }>();
  const nameOf = (file: FileRef) => `${file.id}@${file.version}`;

  const fetchOne = async (file: FileRef): Promise<boolean> => {
    const failure = failures.get(nameOf(file));
    const left = failure ? failure.next - now().getTime() : 0;
    // More is left than was ever to be waited: the clock was set back.
    if (failure && left > 0 && left <= failure.wait) return false;
    try {
      const { hash } = await objects.putStream(await feed.media(file.id));
      store.rememberFile(file, hash);
      failures.delete(nameOf(file));
      return true;
    } catch (error) {
      const wait = Math.min(failure ? failure.wait * 2 : FIRST_WAIT, LONGEST_WAIT);
      failures.set(nameOf(file), { reason: explainError(error), wait, next: now().getTime() + wait });
      return false;
    }
  };

  return {
    async fetch(files) {
      const wanted = new Map([...files].filter((file) => !store.hashOf(file)).map((file) => [nameOf(file), file]));
      const queue = wanted.values();
      let arrived = 0;
      const work = async () => {
        for (const file of queue) if (await fetchOne(file)) arrived++;
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return arrived;
    },
    reasonOf: (file) => failures.get(nameOf(file))?.reason,
  };
}
