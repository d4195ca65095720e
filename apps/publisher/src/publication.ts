import { shanghaiDate, type Page, type RedirectPage, type Route } from '@mingchuang/content';

import { drawPages } from './draw-pages.ts';
import { PublishError } from './errors.ts';
import { gatherFileRoutes } from './file-routes.ts';
import { blockedOf } from './steps/acknowledge.ts';
import { reportPictures } from './steps/encode-pictures.ts';
import type { Searchable } from './steps/index-search.ts';
import { planPublication, type Plan } from './steps/plan.ts';
import { fetchMissingFiles, pullChanges, reportPulled } from './steps/pull.ts';
import { keepLeavingAssets, releaseRoutes } from './steps/release.ts';
import type { Cause, Report, Run } from './store/ledger.ts';
import { createPress } from './store/press.ts';
import { createStopwatch } from './stopwatch.ts';
import type { Workshop } from './workshop.ts';

export interface PublicationRequest {
  cause: Cause;
  /** Plan even when the feed brought nothing: the day, the renderer or the stored objects may have changed. */
  always: boolean;
  /** Paths to draw again because what is stored of them is damaged. */
  redraw?: ReadonlySet<string>;
}

export type Publication =
  /** An operator holds a release; nothing was done. */
  | { kind: 'held'; release: string }
  /** Another publisher has the lease. The snapshot follows the feed, so that taking over is quick. */
  | { kind: 'standby'; holder: string }
  /** Nothing new; no page was looked at. */
  | { kind: 'idle' }
  | { kind: 'done'; run: Run & { id: number }; searchable: Searchable };

/**
 * One publication: pull, plan, draw, verify, release, acknowledge. The search index follows by itself.
 * @throws {PublishError} When a step failed as a whole. The release being served is then unchanged.
 */
export async function publish(workshop: Workshop, { cause, always, redraw }: PublicationRequest): Promise<Publication> {
  const held = workshop.releases.held();
  if (held !== undefined) return { kind: 'held', release: held };

  const { live, ledger, renderer, reach } = workshop;
  const startedAt = workshop.now();
  const watch = createStopwatch();
  const today = shanghaiDate(startedAt);
  const settled = workshop.settledOn === today;
  workshop.settledOn = undefined;
  const moved = await watch.measure('pull', () => pullChanges(workshop));
  const arrived = await watch.measure('pull', () => fetchMissingFiles(workshop));
  const lease = await watch.measure('pull', () => workshop.lease.hold(workshop.current?.fence ?? 0));
  if (lease.kind === 'held') return { kind: 'standby', holder: lease.by };
  if (settled && !moved && arrived === 0 && !always) {
    workshop.settledOn = today;
    return { kind: 'idle' };
  }

  const { current } = workshop;
  const pages = buildPages(workshop, today);
  const plan = await watch.measure('plan', () =>
    planPublication(pages(), current?.routes ?? new Map(), { rendererVersion: renderer.version, ...(redraw && { redraw }) }),
  );
  reach('planned');

  const press = createPress(workshop.objects, ledger);
  const routes = await watch.measure('release', () => gatherFileRoutes(workshop, press, today));
  const drawn = await drawPages(plan, routes, { workshop, press, watch });
  for (const [path, route] of [...plan.keep, ...drawn.routes]) routes.set(path, route);
  reach('drawn');

  const release = await watch.measure('release', async () => {
    await press.finish();
    const leaving = keepLeavingAssets(current?.routes ?? new Map(), routes, ledger.leaving(), startedAt.getTime());
    for (const [path, route] of leaving.routes) routes.set(path, route);
    const { epoch, sequence } = live.snapshot;
    const made = await releaseRoutes(workshop, current, { epoch, sequence, rendererVersion: renderer.version, routes });
    ledger.setLeaving(leaving.leaving);
    return made;
  });
  if (release) workshop.current = release;
  workshop.settledOn = today;

  const liveAt = workshop.now().toISOString();
  const blocked = [...reportPulled(workshop), ...plan.conflicts.map(reportConflict), ...drawn.blocked];
  const run: Run = {
    startedAt: startedAt.toISOString(),
    cause,
    outcome: release ? 'released' : 'unchanged',
    seconds: watch.seconds(),
    drawn: drawn.drawn,
    kept: plan.keep.size,
    removed: plan.remove.length,
    bytes: drawn.bytes,
    ...(release && { release: release.id, liveAt }),
    blocked,
    warnings: [...reportPictures(workshop), ...drawn.warnings].slice(0, 200),
  };
  tellCms(workshop, { liveAt, seconds: watch.total(), blocked });
  return { kind: 'done', run: { ...run, id: ledger.record(run) }, searchable: searchableOf(plan, routes, drawn.blockedPaths) };
}

function buildPages({ renderer, live }: Workshop, today: string): () => Iterable<Page | RedirectPage> {
  return function* () {
    try {
      yield* renderer.buildPages(live.snapshot, { today });
    } catch (error) {
      if (error instanceof PublishError) throw error;
      throw new PublishError('plan', '网站的页面没能排出来', { cause: error });
    }
  };
}

function reportConflict({ path, document }: Plan['conflicts'][number]): Report {
  return { ...document, path, reason: `网址 ${path} 已被另一个页面占用，这个页面没有上线。` };
}

function searchableOf(plan: Plan, routes: ReadonlyMap<string, Route>, blocked: ReadonlySet<string>): Searchable {
  const pages = new Map<string, { page: Page; digest: string }>();
  for (const [path, page] of plan.searchable) {
    const route = routes.get(path);
    if (route && route.status !== 301 && route.digest) pages.set(path, { page, digest: route.digest });
  }
  return { pages, blocked };
}

/** Also when no page changed: the editor waits to hear that the change has been dealt with. */
function tellCms({ live, current, acknowledger }: Workshop, { liveAt, seconds, blocked }: { liveAt: string; seconds: number; blocked: Report[] }): void {
  if (!current) return;
  const { epoch, sequence } = live.snapshot;
  acknowledger.tell({ epoch, sequence, release: current.id, liveAt, seconds, blocked: blockedOf(blocked) });
}
