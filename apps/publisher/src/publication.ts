import { isRedirect, shanghaiDate, siteOf, type AddressConflict, type AnyEntry, type Locale, type Page, type PageGroup, type RedirectPage, type TypeName } from '@mingchuang/content';

import { admitSites } from './admit-sites.ts';
import { drawPages } from './drawing/draw-pages.ts';
import { PublishError } from './errors.ts';
import { exchangeFiles, gatherFileRoutes } from './file-routes.ts';
import { isWithdrawn, manifestSiteOf, siteOfOutlet } from './outlet.ts';
import { blockedOf } from './steps/acknowledge.ts';
import { drawSiteIcons } from './steps/draw-site-icons.ts';
import { reportPictures } from './steps/encode-pictures.ts';
import type { Searchable } from './steps/index-search.ts';
import { planPublication, versionTag, type Plan } from './steps/plan.ts';
import { fetchMissingFiles, pullChanges, reportPulled } from './steps/pull.ts';
import { keepLeavingAssets, releaseRoutes, type ReleaseContent } from './steps/release.ts';
import type { Cause, Report, Run } from './store/ledger.ts';
import { createPress } from './store/press.ts';
import { RouteChanges } from './store/route-changes.ts';
import { MAIN } from './store/site-register.ts';
import { createStopwatch } from './stopwatch.ts';
import { mainOutlet, type Outlet, type Workshop } from './workshop.ts';

export interface PublicationRequest {
  cause: Cause;
  /** Plan even when the feed brought nothing: the day, the renderer or the stored objects may have changed. */
  always: boolean;
  /** Paths to draw again because what is stored of them is damaged. */
  redraw?: ReadonlySet<string>;
}

/** When the pull that a publication follows began, and what it took in milliseconds. */
export interface Pulled {
  startedAt: Date;
  milliseconds: number;
}

export type Publication =
  /** An operator holds a release; nothing was done. */
  | { kind: 'held'; release: string }
  /** Another publisher has the lease. The snapshot follows the feed, so that taking over is quick. */
  | { kind: 'standby'; holder: string }
  /** Nothing new, or the site has been withdrawn; no page was looked at. */
  | { kind: 'idle' }
  | { kind: 'done'; run: Run & { id: number }; searchable: Searchable };

/**
 * Pulls for all sites what the CMS has new, sites included.
 * @throws {PublishError} When the CMS cannot be read.
 */
export async function pull(workshop: Workshop): Promise<Pulled> {
  const startedAt = workshop.now();
  const begun = performance.now();
  await pullChanges(workshop);
  await fetchMissingFiles(workshop);
  admitSites(workshop);
  return { startedAt, milliseconds: performance.now() - begun };
}

/**
 * One publication of one site, after a pull: plan, draw, verify, release, acknowledge. The search index follows by itself.
 * @throws {PublishError} When a step failed as a whole. The release being served is then unchanged.
 */
export async function publish(outlet: Outlet, { cause, always, redraw }: PublicationRequest, { startedAt, milliseconds }: Pulled): Promise<Publication> {
  const held = outlet.releases.held();
  if (held !== undefined) return { kind: 'held', release: held };

  const { live, ledger, current, renderer, reach } = outlet;
  const watch = createStopwatch({ pull: milliseconds });
  const lease = await watch.measure('pull', () => outlet.lease.hold(current?.fence ?? 0));
  if (lease.kind === 'held') return { kind: 'standby', holder: lease.by };
  const today = shanghaiDate(outlet.now());
  const state = { today, revision: live.revision };
  const isSettled = outlet.settled?.today === today && outlet.settled.revision === live.revision;
  if (isWithdrawn(outlet)) {
    if (!isSettled) tellCms(outlet, { ...live.snapshot, liveAt: outlet.now().toISOString(), seconds: watch.total(), blocked: [] });
    outlet.settled = state;
    return { kind: 'idle' };
  }
  if (isSettled && !always) return { kind: 'idle' };
  outlet.settled = undefined;

  // The pull of the next publication goes on beside this one: what is taken of the snapshot is taken here, at once.
  const press = createPress(outlet);
  const changes = new RouteChanges(current?.routes);
  const plan = watch.measureNow('plan', () => planPages(outlet, today, redraw));
  for (const path of plan.remove) changes.delete(path);
  for (const [path, route] of plan.redirects) changes.set(path, route);
  const files = watch.measureNow('release', () => gatherFileRoutes(outlet, press, today));
  const icons = drawSiteIcons(outlet);
  const content = contentOf(outlet, changes);
  const refused = reportPulled(outlet).filter((report) => isOwn(outlet, report));
  reach('planned');

  for (const [path, route] of await watch.measure('draw', () => icons)) files.set(path, route);
  exchangeFiles(changes, files);
  const drawn = await drawPages(plan.draw, changes, { renderer, press, watch });
  for (const [path, route] of drawn.routes) changes.set(path, route);
  reach('drawn');

  const release = await watch.measure('release', async () => {
    await press.finish();
    const leaving = keepLeavingAssets(changes, ledger.leaving(), startedAt.getTime());
    const made = await releaseRoutes(outlet, current, content);
    ledger.setLeaving(leaving);
    return made;
  });
  if (release) outlet.current = release;
  outlet.planned = outlet.current && { release: outlet.current, placed: plan.placed, unsettled: unsettledOf(plan, drawn.blockedPaths), rendererVersion: renderer.version };
  outlet.settled = state;

  const liveAt = outlet.now().toISOString();
  const blocked = [...refused, ...plan.conflicts.map((conflict) => reportConflict(outlet, conflict)), ...drawn.blocked];
  const run: Run = {
    startedAt: startedAt.toISOString(),
    cause,
    outcome: release ? 'released' : 'unchanged',
    seconds: watch.seconds(),
    drawn: drawn.drawn,
    kept: plan.kept,
    removed: plan.remove.length,
    bytes: drawn.bytes,
    ...(release && { release: release.id, liveAt }),
    blocked,
    warnings: [...reportPictures(outlet), ...drawn.warnings].slice(0, 200),
  };
  tellCms(outlet, { ...content, liveAt, seconds: watch.total(), blocked });
  return { kind: 'done', run: { ...run, id: ledger.record(run) }, searchable: searchableOf(plan, content, drawn.blockedPaths) };
}

function planPages({ renderer, live, site, searchDatabase, current, planned }: Outlet, today: string, redraw: ReadonlySet<string> | undefined): Plan {
  try {
    const groups = renderer.buildGroups(live.snapshot, { today, ...(site !== undefined && { site }), ...(searchDatabase && { serverSearch: true }) });
    return planPublication(groups, current?.routes ?? new Map(), {
      rendererVersion: renderer.version,
      ...(redraw && { redraw }),
      ...(planned && planned.release === current && { standing: planned }),
    });
  } catch (error) {
    throw new PublishError('plan', '网站的页面没能排出来', { cause: error });
  }
}

/** Groups that have a page without an address of its own, or one that could not be drawn. */
function unsettledOf({ placed, draw }: Plan, blocked: ReadonlySet<string>): Set<PageGroup> {
  const blockedPages = new Set<unknown>(draw.flatMap(({ page }) => (blocked.has(page.path) ? [page] : [])));
  const unsettled = new Set<PageGroup>();
  for (const [group, pages] of placed) if (pages.length < group.length || (blockedPages.size > 0 && pages.some((page) => blockedPages.has(page)))) unsettled.add(group);
  return unsettled;
}

function contentOf(outlet: Outlet, changes: RouteChanges): ReleaseContent {
  const { snapshot } = outlet.live;
  const { epoch, sequence } = snapshot;
  const site = siteOfOutlet(outlet);
  return { epoch, sequence, rendererVersion: outlet.renderer.version, changes, site: site && manifestSiteOf(snapshot, site) };
}

/** What cannot be placed is told by the main site, so that nothing is told twice. */
function isOwn(outlet: Outlet, { type, documentId, locale }: Report): boolean {
  const { snapshot } = outlet.live;
  const entry = snapshot.find(type as TypeName, documentId ?? '', locale as Locale) as AnyEntry | undefined;
  const site = (entry && siteOf(snapshot, entry)) ?? mainOutlet(outlet).site;
  return site === outlet.site;
}

/** Names the address in words only: the page that is there is not the one in trouble. */
function reportConflict({ live }: Outlet, { path, document, holder }: AddressConflict): Report {
  const entry = holder && (live.snapshot.find(holder.type as TypeName, holder.documentId, holder.locale as Locale) as AnyEntry | undefined);
  const owner = entry && 'title' in entry.data ? `“${String(entry.data.title)}”的` : '平台自己的一个页面的';
  if (document?.type === 'redirect') return { ...document, reason: `旧网址 ${path} 现在就是${owner}网址，这条跳转没有生效。请改旧网址，或者删掉这条跳转。` };
  return { ...document, reason: `网址 ${path} 已经是${owner}，这个页面没有上线。请换一个网址名（栏目）、代码（机构、主题）或者栏目（文章），再发布一次。` };
}

/** A page that could not be drawn and never was before is nowhere to be found. */
function searchableOf({ placed }: Plan, { rendererVersion, changes }: ReleaseContent, blocked: ReadonlySet<string>): Searchable {
  const absent = new Set([...blocked].filter((path) => !changes.has(path)));
  const isFound = (page: Page | RedirectPage): page is Page => !isRedirect(page) && page.search !== undefined && !absent.has(page.path);
  return { placed, isFound, blocked, version: versionTag(rendererVersion) };
}

/** Also when no page changed: the editor waits to hear that the change has been dealt with. */
function tellCms(
  { key, site, current, acknowledger }: Outlet,
  { epoch, sequence, liveAt, seconds, blocked }: { epoch: string; sequence: number; liveAt: string; seconds: number; blocked: Report[] },
): void {
  if (!current) return;
  acknowledger.tell({ epoch, sequence, release: current.id, ...(site !== undefined && { site, isMain: key === MAIN }), liveAt, seconds, blocked: blockedOf(blocked) });
}
