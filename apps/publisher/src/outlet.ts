import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';

import { sitesOf, type EntryOf, type Manifest, type Snapshot } from '@mingchuang/content';
import type { SearchIndex } from '@mingchuang/search';

import { explainError } from './errors.ts';
import { createAcknowledger } from './steps/acknowledge.ts';
import { openIndexedPages } from './store/indexed-pages.ts';
import { openLedger } from './store/ledger.ts';
import type { ReleaseKey } from './store/release-key.ts';
import { openReleaseStore, type Release, type ReleaseStore } from './store/releases.ts';
import { leaveServerIndex, openServerIndex } from './store/server-index.ts';
import { MAIN, type RegisteredSite } from './store/site-register.ts';
import type { Log, Outlet, Workshop } from './workshop.ts';

export interface OutletParts {
  releaseKey: ReleaseKey;
  openSearch?: ((folder: string) => SearchIndex) | undefined;
}

/** Where a site has what is its own: the main one in the data folder itself, as before there were several. */
export function folderOfSite(dataDir: string, key: string): string {
  return key === MAIN ? dataDir : join(dataDir, 'sites', key);
}

/** Opens what a site has of its own and finishes or forgets what a killed run left. */
export function openOutlet(workshop: Workshop, { key, site }: RegisteredSite, { releaseKey, openSearch }: OutletParts): Outlet {
  const { dataDir, feed, log } = workshop;
  const folder = folderOfSite(dataDir, key);
  const releases = openReleaseStore(join(folder, 'releases'), releaseKey);
  const ledger = openLedger(join(folder, 'ledger.db'));
  const searchFolder = join(folder, 'search');
  const search = openSearch && { index: openSearch(searchFolder), indexed: openIndexedPages(searchFolder), server: workshop.searchDatabase && openServerIndex(workshop.searchDatabase, searchFolder, () => outlet.site ?? MAIN) };
  if (!search?.server) leaveServerIndex(searchFolder);
  const acknowledger = createAcknowledger({ feed, ledger, warn: (message) => log.warn({ site: key }, message) });
  const outlet: Outlet = {
    ...workshop,
    key,
    site,
    releases,
    ledger,
    acknowledger,
    ...(search && { search }),
    current: loadCurrent(releases, log),
    planned: undefined,
    settled: undefined,
    shut() {
      acknowledger.stop();
      search?.indexed.close();
      ledger.close();
    },
  };
  return outlet;
}

/** Removes everything a shut outlet had of its own. The objects of its releases are left to pruning. */
export function removeOutlet({ dataDir, key }: Outlet): void {
  rmSync(folderOfSite(dataDir, key), { recursive: true, force: true });
}

/** The site's document, or `undefined` when it has been withdrawn. */
export function siteOfOutlet({ live, site }: Outlet): EntryOf<'site'> | undefined {
  return site === undefined ? undefined : live.snapshot.find('site', site);
}

/** A withdrawn site keeps its last release until an operator removes it. */
export function isWithdrawn(outlet: Outlet): boolean {
  return outlet.site !== undefined && siteOfOutlet(outlet) === undefined;
}

/** The host names a site answers for, as they stand in a request: the Chinese one in its ASCII form. */
export function hostsOf({ data: { domain, chineseDomain } }: EntryOf<'site'>): string[] {
  return [...new Set([domain, chineseDomain ?? ''].map((name) => domainToASCII(name.trim())).filter((name) => name !== ''))];
}

/** What a manifest says of its site: all sites of a CMS are sisters. */
export function manifestSiteOf(snapshot: Snapshot, site: EntryOf<'site'>): NonNullable<Manifest['site']> {
  const sisters = sitesOf(snapshot).filter(({ documentId }) => documentId !== site.documentId);
  return { id: site.documentId, hosts: hostsOf(site), ...(sisters.length > 0 && { sisters: sisters.map(({ data }) => data.domain) }) };
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
