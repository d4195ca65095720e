import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import type { Renderer } from '@mingchuang/content';
import type { SearchIndex } from '@mingchuang/search';

import { explainError } from './errors.ts';
import type { Feed } from './feed/connect-feed.ts';
import { createFileFetcher, type FileFetcher } from './feed/fetch-files.ts';
import { createLeaseKeeper, type LeaseKeeper } from './feed/lease.ts';
import { openLiveSnapshot, type LiveSnapshot } from './feed/live-snapshot.ts';
import { createAcknowledger, type Acknowledger } from './steps/acknowledge.ts';
import { openIndexedPages, type IndexedPages } from './store/indexed-pages.ts';
import { openLedger, type Ledger } from './store/ledger.ts';
import { openObjectStore, type ObjectStore } from './store/objects.ts';
import { loadReleaseKey } from './store/release-key.ts';
import { openPictureStore, type PictureStore } from './store/pictures.ts';
import { openReleaseStore, type Release, type ReleaseStore } from './store/releases.ts';
import { openSnapshotStore, type SnapshotStore } from './store/snapshot-store.ts';
import { createAlarms, type Alarms } from './watch/alarms.ts';

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What a publisher works with: its stores, its view of the CMS, its renderer. One process has one at a time. */
export interface Workshop {
  dataDir: string;
  feed: Feed;
  store: SnapshotStore;
  live: LiveSnapshot;
  files: FileFetcher;
  objects: ObjectStore;
  pictures: PictureStore;
  releases: ReleaseStore;
  ledger: Ledger;
  lease: LeaseKeeper;
  acknowledger: Acknowledger;
  alarms: Alarms;
  renderer: Renderer;
  /** Absent when a site is published without search. */
  search?: { index: SearchIndex; indexed: IndexedPages };
  now: () => Date;
  log: Log;
  reach: (point: string) => void;
  /** Seconds within which an edit should be live. */
  objective: number;
  /** What is served. */
  current: Release | undefined;
  /** The day for which what is served is known to be all that was pulled; `undefined` while that is in doubt. */
  settledOn: string | undefined;
  close(): void;
}

export interface WorkshopParts {
  dataDir: string;
  releaseKeyFile: string;
  feed: Feed;
  renderer: Renderer;
  openSearch?: (folder: string) => SearchIndex;
  now?: () => Date;
  log: Log;
  /** Seconds within which an edit should be live; an alarm is raised when it takes longer. */
  objective?: number;
  /** Called at named points of a publication. Tests end the process there. */
  reach?: (point: string) => void;
  /** Milliseconds by which the lease is counted, of a clock nobody sets. */
  leaseClock?: () => number;
}

/**
 * Opens everything a publication needs and finishes or forgets what a killed run left. The caller holds the lock of the
 * data folder.
 * @throws {Error} When the release key cannot be used or the folder cannot be written.
 */
export function openWorkshop(parts: WorkshopParts): Workshop {
  const { dataDir, feed, renderer, log, now = () => new Date(), reach = () => undefined } = parts;
  mkdirSync(dataDir, { recursive: true });
  const warn = (message: string) => log.warn({}, message);
  const store = openSnapshotStore(join(dataDir, 'snapshot.db'));
  const objects = openObjectStore(join(dataDir, 'objects'));
  const pictures = openPictureStore(join(dataDir, 'pictures.db'), objects);
  const releases = openReleaseStore(join(dataDir, 'releases'), loadReleaseKey(parts.releaseKeyFile));
  const ledger = openLedger(join(dataDir, 'ledger.db'));
  const searchFolder = join(dataDir, 'search');
  const search = parts.openSearch && { index: parts.openSearch(searchFolder), indexed: openIndexedPages(searchFolder) };
  const acknowledger = createAcknowledger({ feed, ledger, warn });

  return {
    dataDir,
    feed,
    store,
    live: openLiveSnapshot(store, objects, pictures),
    files: createFileFetcher({ feed, store, objects, now }),
    objects,
    pictures,
    releases,
    ledger,
    lease: createLeaseKeeper({ feed, holder: `${hostname()}-${ledger.identity()}`, warn, ...(parts.leaseClock && { clock: parts.leaseClock }) }),
    acknowledger,
    alarms: createAlarms({ feed, now, log }),
    renderer,
    ...(search && { search }),
    now,
    log,
    reach,
    objective: parts.objective ?? 5,
    current: loadCurrent(releases, log),
    settledOn: undefined,
    close() {
      acknowledger.stop();
      this.alarms.stop();
      search?.indexed.close();
      ledger.close();
      pictures.close();
      store.close();
    },
  };
}

/** A current release that cannot be read (damaged, or signed with another key) is replaced by a new, whole one. */
function loadCurrent(releases: ReleaseStore, log: Log): Release | undefined {
  const id = releases.currentId();
  if (id === undefined) return undefined;
  try {
    return releases.load(id);
  } catch (error) {
    log.error({ release: id }, `当前发布版本读不出来，将重新生成全站：${explainError(error)}`);
    return undefined;
  }
}
