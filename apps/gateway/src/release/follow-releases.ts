import { mkdirSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Logger } from 'pino';

import { loadRelease, recallKept, type ReleaseFolder } from './load-release.ts';
import type { Release } from './release.ts';

export interface FollowOptions<Site> extends ReleaseFolder {
  clock: () => number;
  log: Logger;
  /** Makes ready what has to be read of a release before it is served. */
  prepare: (release: Release) => Promise<Site>;
  onSwitch?: (site: Site) => void;
  onRefusal?: () => void;
  /** The file system's events can be lost: the folder is also looked at this often, in milliseconds. */
  pollEvery?: number;
}

export interface ReleaseFollower<Site> {
  /** What is being served; nothing before the first release. */
  current(): Site | undefined;
  /** Looks now instead of at the next event. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves whatever `releases/current` names, and goes on serving the old release until the new one is loaded. A release
 * that is not signed with our key is refused, and so is a later one by a publisher whose lease has passed to another
 * (an older fence), and one of another site. Going back to an earlier release is not refused: that is how an operator undoes a publication.
 */
export async function followReleases<Site>(options: FollowOptions<Site>): Promise<ReleaseFollower<Site>> {
  const { folder, clock, log, prepare, onSwitch, onRefusal, pollEvery = 1000 } = options;
  mkdirSync(folder, { recursive: true });
  let release: Release | undefined;
  let site: Site | undefined;
  let newest: { id: string; fence: number } = { id: '', fence: 0 };
  /** The release that was refused, so that it is neither read nor reported again every second. */
  let refused: string | undefined;
  let reported: string | undefined;
  let running: Promise<void> | undefined;
  let asked = false;
  let closed = false;

  const refuse = (id: string, reason: string) => {
    refused = id;
    onRefusal?.();
    log.error({ release: id, reason, served: release?.id }, 'release refused, the old one stays');
  };

  const follow = async (): Promise<void> => {
    const id = await readCurrent(folder);
    if (id === undefined || id === release?.id) {
      refused = undefined;
      return;
    }
    if (id === refused) return;
    const load = await loadRelease(options, id, release, clock());
    if (load.kind === 'refused') return refuse(id, load.id === id ? load.reason : `parent ${load.id} ${load.reason}`);
    if (load.kind === 'missing') {
      if (reported !== id) log.warn({ release: id, missing: load.id }, 'release is not complete yet');
      reported = id;
      return;
    }
    if (release?.site && load.release.site && load.release.site.id !== release.site.id) return refuse(id, 'is a release of another site');
    if (load.release.fence < newest.fence && id > newest.id)
      return refuse(id, `fence ${load.release.fence} is older than ${newest.fence}`);

    const first = release === undefined;
    const next = await prepare(load.release);
    release = load.release;
    site = next;
    if (id > newest.id) newest = { id, fence: Math.max(newest.fence, release.fence) };
    log.info({ release: id, routes: release.routes.size, madeAt: release.madeAt }, 'release is being served');
    onSwitch?.(next);
    if (first) void recall(release);
  };

  const recall = async (first: Release): Promise<void> => {
    try {
      const recalled = await recallKept(options, first, clock());
      // The maps are shared with every later release made from this one, which copies them.
      if (release === first) for (const [path, entry] of recalled) (first.kept as Map<string, typeof entry>).set(path, entry);
    } catch (error) {
      log.warn({ err: error }, 'files of earlier releases could not be recalled');
    }
  };

  const check = (): Promise<void> => {
    asked = true;
    running ??= (async () => {
      try {
        while (asked && !closed) {
          asked = false;
          await follow();
        }
      } catch (error) {
        log.error({ err: error }, 'release could not be loaded, the old one stays');
      } finally {
        running = undefined;
      }
    })();
    return running;
  };

  const watcher = watch(folder, (_event, name) => {
    if (name === null || name === 'current') void check();
  });
  watcher.on('error', (error) => log.warn({ err: error }, 'folder of releases cannot be watched, polling only'));
  const timer = setInterval(() => void check(), pollEvery);
  timer.unref();
  await check();

  return {
    current: () => site,
    check,
    async close() {
      closed = true;
      clearInterval(timer);
      watcher.close();
      await running;
    },
  };
}

async function readCurrent(folder: string): Promise<string | undefined> {
  try {
    const id = (await readFile(join(folder, 'current'), 'utf8')).trim();
    return id === '' ? undefined : id;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
