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
  /** Every page that can be found by search, with its digest. */
  searchable: { page: Page; digest: string }[];
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
  const version = hash('sha1', rendererVersion, 'base64url').slice(0, 8);

  for (const page of pages) {
    const { path } = page;
    if (isRedirect(page)) {
      plan.keep.set(path, { status: 301, location: page.location });
      continue;
    }
    const route = served.get(path);
    const digest = `${version}.${page.digest}`;
    if (digestOfRoute(route) === digest && !redraw?.has(path)) plan.keep.set(path, route!);
    else {
      plan.draw.push({ page, props: page.props, digest, served: route });
      drawn.add(path);
    }
    if (page.search) plan.searchable.push({ page, digest });
  }

  for (const [path, route] of served) if (isPageRoute(route) && !plan.keep.has(path) && !drawn.has(path)) plan.remove.push(path);
  return plan;
}

/** True for the route of a page or redirect; media, assets and search files have no digest. */
export function isPageRoute(route: Route): boolean {
  return route.status === 301 || route.digest !== undefined;
}

function digestOfRoute(route: Route | undefined): string | undefined {
  return route && 'digest' in route ? route.digest : undefined;
}
