import type { Manifest, Route } from '@mingchuang/content';

export type ObjectRoute = Extract<Route, { hash: string }>;

/** Everything the site serves at one moment, ready to be looked up. */
export interface Release {
  readonly id: string;
  readonly fence: number;
  readonly madeAt: string;
  /** Whose it is and the host names it answers for; absent in releases of before there were several sites. */
  readonly site: Manifest['site'];
  readonly routes: ReadonlyMap<string, Route>;
  /** Immutable files of earlier releases, reachable for a day: pages still open in browsers ask for them. */
  readonly kept: ReadonlyMap<string, KeptRoute>;
}

export interface KeptRoute {
  route: ObjectRoute;
  /** Milliseconds since the epoch. */
  until: number;
}

/** How long the files of a replaced release stay reachable. */
export const KEEP = 24 * 60 * 60 * 1000;

/** Routes under construction: what holds now, and what is kept of what held before. */
export interface RoutesInTime {
  routes: Map<string, Route>;
  kept: Map<string, KeptRoute>;
}

/**
 * Moves on to a manifest: its routes alone when it is whole, otherwise laid over what was. Changes the argument, since
 * a chain may have hundreds of small differences over 100,000 routes.
 * @param replacedAt When what was stopped being served.
 */
export function advance(state: RoutesInTime, manifest: Manifest, replacedAt: number): void {
  const before = state.routes;
  const leaving = manifest.whole ? [...before.keys()] : manifest.removed;
  for (const path of leaving) {
    const route = before.get(path);
    if (route && route.status !== 301 && route.immutable) state.kept.set(path, { route, until: replacedAt + KEEP });
  }
  if (manifest.whole) state.routes = new Map();
  else for (const path of manifest.removed) before.delete(path);
  for (const [path, route] of Object.entries(manifest.routes)) {
    state.routes.set(path, route);
    state.kept.delete(path);
  }
}

/** Where a path leads in a release, or nothing. */
export function findRoute(release: Release, path: string, now: number): Route | undefined {
  const route = release.routes.get(path);
  if (route) return route;
  const kept = release.kept.get(path);
  return kept && kept.until > now ? kept.route : undefined;
}
