import { randomBytes } from 'node:crypto';

import { PATHS, type Manifest } from '@mingchuang/content';

import { PublishError } from '../errors.ts';
import type { LeaseKeeper } from '../feed/lease.ts';
import type { ObjectStore } from '../store/objects.ts';
import type { Release, ReleaseStore } from '../store/releases.ts';
import type { RouteChanges } from '../store/route-changes.ts';

/** A release is written whole when it would otherwise be read from more manifests than this. */
const LONGEST_CHAIN = 50;
/** A page loaded before a new version of the portal still asks for its styles and scripts. */
export const ASSETS_STAY = 24 * 60 * 60 * 1000;

export interface ReleaseParts {
  releases: ReleaseStore;
  objects: ObjectStore;
  lease: LeaseKeeper;
  now: () => Date;
  reach: (point: string) => void;
}

export interface ReleaseContent {
  epoch: string;
  sequence: number;
  rendererVersion: string;
  /** Against what is served. */
  changes: RouteChanges;
  /** The site and its host names; absent before there is one. */
  site?: Manifest['site'];
}

/**
 * Makes the changed routes what visitors get. Objects are on the disk before the manifest, the manifest and its signature
 * before the switch, and the switch is one rename: killed anywhere, the release served is the old one or the new one.
 *
 * @returns the new release, or `undefined` when nothing would differ from the current one.
 * @throws {PublishError} When the disk refuses, or another publisher has the lease.
 */
export async function releaseRoutes(parts: ReleaseParts, current: Release | undefined, content: ReleaseContent): Promise<Release | undefined> {
  const { changes } = content;
  const isSameSite = JSON.stringify(current?.site) === JSON.stringify(content.site);
  if (current && isSameSite && changes.isEmpty) {
    // A repair writes objects without changing a route.
    await parts.objects.flush();
    return undefined;
  }

  try {
    const { epoch, sequence, rendererVersion, site } = content;
    const whole = !current || current.depth >= LONGEST_CHAIN;
    const lease = await parts.lease.hold(current?.fence ?? 0);
    // It may have passed to another while pages were drawn.
    if (lease.kind === 'held') throw new PublishError('release', `发布权已经转给另一个发布程序（${lease.by}），这次的结果没有上线`);
    const routes = changes.after();
    const at = laterThan(parts.releases.list().at(-1), parts.now());
    const manifest: Manifest = {
      format: 1,
      id: `${compactInstant(at)}-${randomBytes(4).toString('hex')}`,
      parent: current?.id ?? null,
      epoch,
      sequence,
      fence: lease.fence,
      madeAt: at.toISOString(),
      rendererVersion,
      ...(site && { site }),
      whole,
      routes: Object.fromEntries(whole ? routes : changes.changed),
      removed: whole ? [] : [...changes.removed],
    };
    parts.reach('release:stored');
    await parts.objects.flush();
    parts.reach('release:flushed');
    parts.releases.write(manifest);
    parts.reach('release:written');
    parts.releases.switchTo(manifest.id);
    parts.reach('release:switched');
    const { id, parent, fence, madeAt } = manifest;
    return { id, parent, epoch, sequence, fence, madeAt, rendererVersion, site, routes, depth: whole ? 1 : current.depth + 1 };
  } catch (error) {
    if (error instanceof PublishError) throw error;
    throw new PublishError('release', '发布版本没能写到磁盘上', { cause: error });
  }
}

/**
 * Takes hashed assets that are removed back for as long as pages already open still ask for them.
 *
 * Media are not among them: a withdrawn attachment is gone at once. The search index keeps its own last version.
 *
 * @param leaving Since when (milliseconds) each one has been leaving. @returns the same for those that stay.
 */
export function keepLeavingAssets(changes: RouteChanges, leaving: ReadonlyMap<string, number>, now: number): Map<string, number> {
  const kept = new Map<string, number>();
  for (const path of [...changes.removed]) {
    const route = changes.before.get(path)!;
    if (route.status === 301 || !route.immutable || path.startsWith(PATHS.media) || path.startsWith(PATHS.searchIndex)) continue;
    const since = leaving.get(path) ?? now;
    if (now - since >= ASSETS_STAY) continue;
    changes.set(path, route);
    kept.set(path, since);
  }
  return kept;
}

/** Ids sort by time, so a clock that was set back must not make a release older than the last one. */
function laterThan(lastId: string | undefined, now: Date): Date {
  const last = lastId?.match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/);
  if (!last) return now;
  const [, year, month, day, hour, minute, second, milli] = last.map(Number);
  return new Date(Math.max(now.getTime(), Date.UTC(year!, month! - 1, day, hour, minute, second, milli) + 1));
}

function compactInstant(at: Date): string {
  return at.toISOString().replace(/[-:.]/g, '');
}
