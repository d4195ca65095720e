import { hash } from 'node:crypto';

import { isRedirect, type AddressConflict, type Page, type RedirectPage, type Route } from '@mingchuang/content';

/** A page to be drawn, with the digest its route will carry. */
export interface PlannedPage {
  page: Page;
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
  conflicts: AddressConflict[];
  /** Every page that can be found by search, by path. */
  searchable: Map<string, Page>;
}

export interface PlanOptions {
  rendererVersion: string;
  /** Paths to draw even though nothing has changed, because what is stored of them is damaged. */
  redraw?: ReadonlySet<string>;
}

/**
 * Decides what a publication has to draw and remove.
 *
 * A page is a function of its template, its status, its inputs and the renderer, so a path is drawn exactly when one
 * of those differs from the release being served. No graph of "what depends on what" is kept: a change in one article
 * reaches the home page because the home page's own inputs change.
 *
 * @param pages Every page the site should have.
 * @param served Routes of the release being served; empty before the first.
 */
export function planPublication(
  pages: Iterable<Page | RedirectPage>,
  served: ReadonlyMap<string, Route>,
  { rendererVersion, redraw }: PlanOptions,
): Plan {
  const plan: Plan = { draw: [], keep: new Map(), remove: [], conflicts: [], searchable: new Map() };
  const claimed = new Map<string, Page['document']>();

  for (const page of pages) {
    const { path } = page;
    if (claimed.has(path)) {
      plan.conflicts.push({ path, document: page.document, holder: claimed.get(path) });
      continue;
    }
    claimed.set(path, page.document);
    if (isRedirect(page)) {
      plan.keep.set(path, { status: 301, location: page.location });
      continue;
    }
    if (page.search) plan.searchable.set(path, page);
    const route = served.get(path);
    const digest = digestOf(page, rendererVersion);
    if (digestOfRoute(route) === digest && !redraw?.has(path)) plan.keep.set(path, route!);
    else plan.draw.push({ page, digest, served: route });
  }

  for (const [path, route] of served) if (isPageRoute(route) && !claimed.has(path)) plan.remove.push(path);
  return plan;
}

/** True for the route of a page or redirect; media, assets and search files have no digest. */
export function isPageRoute(route: Route): boolean {
  return route.status === 301 || route.digest !== undefined;
}

function digestOfRoute(route: Route | undefined): string | undefined {
  return route && 'digest' in route ? route.digest : undefined;
}

/** Cheap on purpose: inputs are version digests, so bodies are never hashed again. */
function digestOf({ path, template, status, inputs }: Page, rendererVersion: string): string {
  return hash('sha1', [rendererVersion, path, template, status, ...inputs].join('\n'), 'base64url');
}
