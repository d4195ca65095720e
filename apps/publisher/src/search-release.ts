import { exchangeSearchFiles, indexSearch, storeSearchFiles, type Searchable } from './steps/index-search.ts';
import { releaseRoutes } from './steps/release.ts';
import { createPress } from './store/press.ts';
import type { Release } from './store/releases.ts';
import { RouteChanges } from './store/route-changes.ts';
import { Routes } from './store/routes.ts';
import { createStopwatch } from './stopwatch.ts';
import type { Outlet } from './workshop.ts';

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Brings the search index up to the pages that went live and switches to it: the second, later half of a publication.
 *
 * Indexing goes on beside further publications; only its switch waits its turn. Compaction comes after the switch, so
 * that it delays nobody's article.
 *
 * @param runId The ledger's run that the index belongs to.
 * @throws {Error} When the index could not be written; the one being served is unchanged.
 */
export async function followWithSearch(outlet: Outlet, searchable: Searchable, inTurn: InTurn, runId: number): Promise<void> {
  const { search, ledger, log, reach } = outlet;
  if (!search) return;
  const watch = createStopwatch();
  const compactionDue = await indexSearch(searchable, search, (message) => log.warn({}, message));
  reach('indexed');
  const release = await switchSearch(outlet, inTurn);
  if (release) {
    ledger.amend(runId, { searchRelease: release, searchSeconds: watch.total() });
    log.info({ release, seconds: watch.total() }, '搜索已更新');
  }
  if (!compactionDue) return;
  await search.index.compact();
  await switchSearch(outlet, inTurn);
}

/** Takes the routes as they are at its turn and exchanges those of the index. @returns the release it made, if any. */
async function switchSearch(outlet: Outlet, inTurn: InTurn): Promise<string | undefined> {
  const { search } = outlet;
  const press = createPress(outlet);
  const folders = await storeSearchFiles(search!.index, outlet.current?.routes ?? Routes.none, press);
  await press.finish();

  return inTurn(async () => {
    const { current, releases } = outlet;
    if (!current || releases.held() !== undefined) return undefined;
    const changes = new RouteChanges(current.routes);
    exchangeSearchFiles(changes, folders);
    const { epoch, sequence, rendererVersion, site } = current;
    const release = await releaseRoutes(outlet, current, { epoch, sequence, rendererVersion, changes, site });
    if (release) followPages(outlet, release);
    return release?.id;
  });
}

/** Serves a release with the same pages: what they were planned from still stands. */
function followPages(outlet: Outlet, release: Release): void {
  const { planned, current } = outlet;
  if (planned && planned.release === current) outlet.planned = { ...planned, release };
  outlet.current = release;
}
