import type { Route } from '@mingchuang/content';

/** Routes of files among all: known without a walk for those that were made by difference. */
const files = new WeakMap<ReadonlyMap<string, Route>, ReadonlyMap<string, Route>>();

/** The routes that are no pages: media, assets and search files. */
export function fileRoutesOf(routes: ReadonlyMap<string, Route>): ReadonlyMap<string, Route> {
  let found = files.get(routes);
  if (!found) files.set(routes, (found = new Map([...routes].filter(([, route]) => !isPageRoute(route)))));
  return found;
}

/** The routes of a release to come, held as what differs from the one being served: most of them do not. */
export class RouteChanges {
  readonly before: ReadonlyMap<string, Route>;
  readonly changed = new Map<string, Route>();
  readonly removed = new Set<string>();

  constructor(before: ReadonlyMap<string, Route> = new Map()) {
    this.before = before;
  }

  get isEmpty(): boolean {
    return this.changed.size === 0 && this.removed.size === 0;
  }

  has(path: string): boolean {
    return this.changed.has(path) || (this.before.has(path) && !this.removed.has(path));
  }

  set(path: string, route: Route): void {
    this.removed.delete(path);
    if (isSameRoute(this.before.get(path), route)) this.changed.delete(path);
    else this.changed.set(path, route);
  }

  delete(path: string): void {
    this.changed.delete(path);
    if (this.before.has(path)) this.removed.add(path);
  }

  /** All routes of the release to come. */
  after(): ReadonlyMap<string, Route> {
    if (this.isEmpty) return this.before;
    const after = new Map(this.before);
    for (const path of this.removed) after.delete(path);
    for (const [path, route] of this.changed) after.set(path, route);
    files.set(after, this.#filesAfter());
    return after;
  }

  #filesAfter(): ReadonlyMap<string, Route> {
    const after = new Map(fileRoutesOf(this.before));
    for (const path of this.removed) after.delete(path);
    for (const [path, route] of this.changed) {
      if (isPageRoute(route)) after.delete(path);
      else after.set(path, route);
    }
    return after;
  }
}

function isSameRoute(a: Route | undefined, b: Route): boolean {
  if (a === b) return true;
  if (!a || a.status !== b.status) return false;
  if (a.status === 301 || b.status === 301) return 'location' in a && 'location' in b && a.location === b.location;
  return a.hash === b.hash && a.type === b.type && a.digest === b.digest && a.immutable === b.immutable;
}

/** True for the route of a page or redirect; media, assets and search files have no digest. */
export function isPageRoute(route: Route | undefined): boolean {
  return route !== undefined && (route.status === 301 || route.digest !== undefined);
}
