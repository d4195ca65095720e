import type { Route } from '@mingchuang/content';

import { Routes } from './routes.ts';

/** The routes of a release to come, held as what differs from the one being served: most of them do not. */
export class RouteChanges {
  readonly before: Routes;
  readonly changed = new Map<string, Route>();
  readonly removed = new Set<string>();

  constructor(before: Routes = Routes.none) {
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
  after(): Routes {
    return this.isEmpty ? this.before : this.before.with(this.changed, this.removed);
  }
}

function isSameRoute(a: Route | undefined, b: Route): boolean {
  if (a === b) return true;
  if (!a || a.status !== b.status) return false;
  if (a.status === 301 || b.status === 301) return 'location' in a && 'location' in b && a.location === b.location;
  return a.hash === b.hash && a.type === b.type && a.digest === b.digest && a.immutable === b.immutable;
}
