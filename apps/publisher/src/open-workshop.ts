import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import type { Renderer } from '@mingchuang/content';
import type { SearchIndex } from '@mingchuang/search';
import type { SearchDatabase } from '@mingchuang/search/postgres/database';

import type { Feed } from './feed/connect-feed.ts';
import { createFileFetcher } from './feed/fetch-files.ts';
import { createLeaseKeeper } from './feed/lease.ts';
import { openLiveSnapshot } from './feed/live-snapshot.ts';
import { openOutlet } from './outlet.ts';
import { openLedger } from './store/ledger.ts';
import { openObjectStore } from './store/objects.ts';
import { openPictureStore } from './store/pictures.ts';
import { loadReleaseKey } from './store/release-key.ts';
import { openSiteRegister } from './store/site-register.ts';
import { openSnapshotStore } from './store/snapshot-store.ts';
import { createAlarms } from './watch/alarms.ts';
import type { Log, Outlet, Workshop } from './workshop.ts';

export interface WorkshopParts {
  dataDir: string;
  releaseKeyFile: string;
  feed: Feed;
  renderer: Renderer;
  openSearch?: (folder: string) => SearchIndex;
  searchDatabase?: SearchDatabase;
  /** False stores nothing compressed. */
  compress?: boolean;
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
 * Opens everything publications need and finishes or forgets what a killed run left. The caller holds the lock of the
 * data folder.
 * @throws {Error} When the release key cannot be used or the folder cannot be written.
 */
export function openWorkshop(parts: WorkshopParts): Workshop {
  const { dataDir, feed, renderer, log, openSearch, now = () => new Date(), reach = () => undefined } = parts;
  mkdirSync(dataDir, { recursive: true });
  const store = openSnapshotStore(join(dataDir, 'snapshot.db'));
  const objects = openObjectStore(join(dataDir, 'objects'));
  const pictures = openPictureStore(join(dataDir, 'pictures.db'), objects);
  const register = openSiteRegister(join(dataDir, 'sites.json'));
  const releaseKey = loadReleaseKey(parts.releaseKeyFile);
  const outlets = new Map<string, Outlet>();

  const workshop: Workshop = {
    dataDir,
    feed,
    store,
    live: openLiveSnapshot(store, objects, pictures),
    files: createFileFetcher({ feed, store, objects, now }),
    objects,
    compress: parts.compress ?? true,
    pictures,
    renderer,
    ...(parts.searchDatabase && { searchDatabase: parts.searchDatabase }),
    register,
    outlets,
    open(site) {
      const outlet = openOutlet(workshop, site, { releaseKey, openSearch });
      outlets.set(site.key, outlet);
      return outlet;
    },
    lease: createLeaseKeeper({ feed, holder: nameOf(dataDir), warn: (message) => log.warn({}, message), ...(parts.leaseClock && { clock: parts.leaseClock }) }),
    alarms: createAlarms({ feed, now, log }),
    objective: parts.objective ?? 5,
    now,
    log,
    reach,
    close() {
      workshop.alarms.stop();
      for (const outlet of outlets.values()) outlet.shut();
      void parts.searchDatabase?.close();
      pictures.close();
      store.close();
    },
  };
  for (const site of register.all()) workshop.open(site);
  return workshop;
}

/** Names this publisher, also after its restart: the main ledger remembers it. */
function nameOf(dataDir: string): string {
  const ledger = openLedger(join(dataDir, 'ledger.db'));
  const identity = ledger.identity();
  ledger.close();
  return `${hostname()}-${identity}`;
}
