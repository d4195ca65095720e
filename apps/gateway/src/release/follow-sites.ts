import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { followReleases, type FollowOptions, type ReleaseFollower } from './follow-releases.ts';
import type { Site } from './site.ts';

/** Where a request belongs: to a site, or to the name that the site has. */
export type Reception = { kind: 'site'; site: Site | undefined } | { kind: 'elsewhere'; host: string };

/** The sites of a data folder. */
export interface Sites {
  main: ReleaseFollower<Site>;
  /** The site for a host name; the main one for names nobody has signed, and for addresses by number. */
  find(hostname: string): Reception;
  /** What each serves, by its key: the main one first. */
  all(): Map<string, Site | undefined>;
  /** Looks for new sites and releases now instead of at the next event. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export type FollowSitesOptions = Omit<FollowOptions<Site>, 'folder'> & { dataDir: string };

const KEY = /^[a-z0-9-]{1,63}$/;
/** As the publisher calls it, in its metrics too. */
const MAIN = 'main';

/**
 * Follows the main site in `releases/` and the others in `sites/<key>/releases/`. Only the signed manifests say which
 * host names a site answers for; beside them `<key>.localhost`, which leads nowhere but to this machine.
 */
export async function followSites({ dataDir, ...options }: FollowSitesOptions): Promise<Sites> {
  const { log, pollEvery = 1000 } = options;
  const follow = (folder: string) => followReleases<Site>({ ...options, folder });
  const main = await follow(join(dataDir, 'releases'));
  const others = new Map<string, ReleaseFollower<Site>>();
  let looking: Promise<void> | undefined;

  const look = async () => {
    const keys = (await listFolders(join(dataDir, 'sites'))).filter((key) => KEY.test(key));
    for (const key of keys) if (!others.has(key)) others.set(key, await follow(join(dataDir, 'sites', key, 'releases')));
    for (const [key, follower] of others)
      if (!keys.includes(key)) {
        others.delete(key);
        await follower.close();
      }
  };
  const lookOnce = () =>
    (looking ??= look()
      .catch((error: unknown) => log.error({ err: error }, 'folder of sites cannot be read'))
      .finally(() => (looking = undefined)));
  const timer = setInterval(() => void lookOnce(), pollEvery);
  timer.unref();
  await lookOnce();

  const followers = () => [main, ...others.values()];
  const byName = (name: string) => followers().find((follower) => follower.current()?.release.site?.hosts.includes(name));

  return {
    main,
    find(hostname) {
      const name = hostname.toLowerCase().replace(/\.$/, '');
      const follower = byName(name) ?? others.get(/^([a-z0-9-]+)\.localhost$/.exec(name)?.[1] ?? '');
      if (follower) return { kind: 'site', site: follower.current() };
      const twin = name.startsWith('www.') ? name.slice(4) : `www.${name}`;
      return byName(twin) ? { kind: 'elsewhere', host: twin } : { kind: 'site', site: main.current() };
    },
    all: () => new Map([[MAIN, main.current()], ...[...others].map(([key, { current }]) => [key, current()] as const)]),
    async check() {
      await lookOnce();
      await Promise.all(followers().map((follower) => follower.check()));
    },
    async close() {
      clearInterval(timer);
      await looking;
      await Promise.all(followers().map((follower) => follower.close()));
    },
  };
}

async function listFolders(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
