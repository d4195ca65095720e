import { hash } from 'node:crypto';

import { isRedirect, type Page, type RedirectPage, type Route } from '@mingchuang/content';

/** A page to be drawn, with the digest its route will carry. */
export interface PlannedPage {
  page: Page;
  /** Taken when the page was planned: the snapshot goes on. */
  props: Page['props'];
  digest: string;
  /** What is served at its path now: it stays when the page cannot be drawn. */
  served: Route | undefined;
}

export interface Plan {
  draw: PlannedPage[];
  /** Routes of pages that stay as they are, and of redirects. */
  keep: Map<string, Route>;
  /** Paths of pages that are served now and belong to no page any more. */
  remove: string[];
  /** Every page that can be found by search. */
  searchable: Page[];
}

export interface PlanOptions {
  rendererVersion: string;
  /** Paths to draw even though nothing has changed, because what is stored of them is damaged. */
  redraw?: ReadonlySet<string>;
}

/**
 * Decides what a publication has to draw and remove.
 *
 * A page is a function of what its digest stands for and of the renderer, so a path is drawn exactly when one
 * of those differs from the release being served. No graph of "what depends on what" is kept: a change in one article
 * reaches the home page because the home page's own inputs change.
 *
 * @param pages Every page the site should have, one for an address.
 * @param served Routes of the release being served; empty before the first.
 */
export function planPublication(
  pages: Iterable<Page | RedirectPage>,
  served: ReadonlyMap<string, Route>,
  { rendererVersion, redraw }: PlanOptions,
): Plan {
  const plan: Plan = { draw: [], keep: new Map(), remove: [], searchable: [] };
  const drawn = new Set<string>();
  const version = versionTag(rendererVersion);

  for (const page of pages) {
    const { path } = page;
    if (isRedirect(page)) {
      plan.keep.set(path, { status: 301, location: page.location });
      continue;
    }
    const route = served.get(path);
    if (isDrawn(route, version, page) && !redraw?.has(path)) plan.keep.set(path, route!);
    else {
      plan.draw.push({ page, props: page.props, digest: routeDigest(version, page), served: route });
      drawn.add(path);
    }
    if (page.search) plan.searchable.push(page);
  }

  for (const [path, route] of served) if (isPageRoute(route) && !plan.keep.has(path) && !drawn.has(path)) plan.remove.push(path);
  return plan;
}

/** True for the route of a page or redirect; media, assets and search files have no digest. */
export function isPageRoute(route: Route): boolean {
  return route.status === 301 || route.digest !== undefined;
}

/** What stands for a renderer in the digests of routes. */
export function versionTag(rendererVersion: string): string {
  return hash('sha1', rendererVersion, 'base64url').slice(0, 8);
}

/** What a page's route says it was drawn from and by: the same digest, the same bytes. */
export function routeDigest(version: string, { digest }: Page): string {
  return version + digest;
}

/** Whether a route has that digest. Joins no strings: it is asked of every page. */
function isDrawn(route: Route | undefined, version: string, page: Page): boolean {
  const digest = route && 'digest' in route ? route.digest : undefined;
  return digest !== undefined && digest.length === version.length + page.digest.length && digest.startsWith(version) && digest.endsWith(page.digest);
}
