import type { Renderer } from '@mingchuang/content';
import type { SearchDatabase } from '@mingchuang/search/postgres/database';

import type { Feed } from './feed/connect-feed.ts';
import type { FileFetcher } from './feed/fetch-files.ts';
import type { LeaseKeeper } from './feed/lease.ts';
import type { LiveSnapshot } from './feed/live-snapshot.ts';
import type { Acknowledger } from './steps/acknowledge.ts';
import type { IndexParts } from './steps/index-search.ts';
import type { Standing } from './steps/plan.ts';
import type { Ledger } from './store/ledger.ts';
import type { ObjectStore } from './store/objects.ts';
import type { PictureStore } from './store/pictures.ts';
import type { Release, ReleaseStore } from './store/releases.ts';
import { MAIN, type RegisteredSite, type SiteRegister } from './store/site-register.ts';
import type { SnapshotStore } from './store/snapshot-store.ts';
import type { Alarms } from './watch/alarms.ts';

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What all sites of a publisher share: its view of the CMS, its stored bytes, its renderer. One process has one at a time. */
export interface Workshop {
  dataDir: string;
  feed: Feed;
  store: SnapshotStore;
  live: LiveSnapshot;
  files: FileFetcher;
  objects: ObjectStore;
  /** Whether what is stored gets compressed siblings: always, but to measure what that costs. */
  compress: boolean;
  pictures: PictureStore;
  renderer: Renderer;
  /** Where the server's search engine reads; absent while browsers search by themselves. */
  searchDatabase?: SearchDatabase;
  register: SiteRegister;
  /** What each site has of its own, by key: the main one first. */
  outlets: Map<string, Outlet>;
  /** Opens the outlet of a site that was just registered. */
  open(site: RegisteredSite): Outlet;
  lease: LeaseKeeper;
  alarms: Alarms;
  /** Seconds within which an edit should be live. */
  objective: number;
  now: () => Date;
  log: Log;
  reach: (point: string) => void;
  close(): void;
}

/** The workshop as one site sees it: with releases, ledger and search index of its own. */
export interface Outlet extends Workshop {
  key: string;
  /** documentId of the site; the main outlet has none until the first site is published. */
  site: string | undefined;
  releases: ReleaseStore;
  ledger: Ledger;
  acknowledger: Acknowledger;
  /** Absent when a site is published without search. */
  search?: IndexParts;
  /** What is served. */
  current: Release | undefined;
  /** What the pages of a release were planned from. Of use while that release is the current one. */
  planned: (Standing & { release: Release }) | undefined;
  /** The state for which what is served is known to be all that was pulled; `undefined` while that is in doubt. */
  settled: { today: string; revision: number } | undefined;
  shut(): void;
}

/** The site of the installation that was first, and that stands for it where none is named. */
export function mainOutlet({ outlets }: Pick<Workshop, 'outlets'>): Outlet {
  return outlets.get(MAIN)!;
}
