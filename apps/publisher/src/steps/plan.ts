import { hash } from 'node:crypto';

import { AddressClaims, isRedirect, type AddressConflict, type Page, type PageGroup, type RedirectPage, type Route } from '@mingchuang/content';

import { isPageRoute } from '../store/routes.ts';

/** A page to be drawn, with the digest its route will carry. */
export interface PlannedPage {
  page: Page;
  /** Taken when the page was planned: the snapshot goes on. */
  props: Page['props'];
  digest: string;
  /** What is served at its path now: it stays when the page cannot be drawn. */
  served: Route | undefined;
}

/** Groups of pages with those of them that have the address they claim. */
export type PlacedGroups = ReadonlyMap<PageGroup, PageGroup>;

/** What the routes being served were planned from. */
export interface Standing {
  placed: PlacedGroups;
  /** Groups that are looked at again in any case: a page of theirs has no address, or could not be drawn. */
  unsettled: ReadonlySet<PageGroup>;
  rendererVersion: string;
}

export interface Plan {
  draw: PlannedPage[];
  redirects: Map<string, Route>;
  /** Paths of pages that are served now and belong to no page any more. */
  remove: string[];
  /** How many pages and redirects stay as they are. */
  kept: number;
  placed: PlacedGroups;
  /** What has no place because another has its address. */
  conflicts: AddressConflict[];
}

export interface PlanOptions {
  rendererVersion: string;
  /** Paths to draw even though nothing has changed, because what is stored of them is damaged. */
  redraw?: ReadonlySet<string>;
  /** Without it every page is looked at. */
  standing?: Standing | undefined;
}

/**
 * Decides what a publication has to draw and remove.
 *
 * A page is a function of what its digest stands for and of the renderer, so a path is drawn exactly when one
 * of those differs from the release being served. No graph of "what depends on what" is kept: a change in one article
 * reaches the home page because the home page's own inputs change. Of two pages that claim one address the first has it.
 *
 * @param pages Every page the site should have. A group that stood in the last plan is not looked into.
 * @param served Routes of the release being served; empty before the first.
 */
export function planPublication(pages: Iterable<PageGroup>, served: ReadonlyMap<string, Route>, options: PlanOptions): Plan {
  const groups = [...pages];
  const isKnown = options.standing?.rendererVersion === options.rendererVersion && !options.redraw;
  return (isKnown ? planDifference(groups, served, options, options.standing!) : undefined) ?? planAll(groups, served, options);
}

function planAll(groups: readonly PageGroup[], served: ReadonlyMap<string, Route>, options: PlanOptions): Plan {
  const planner = new Planner(served, options);
  for (const group of groups) planner.place(group);
  const remove: string[] = [];
  for (const [path, route] of served) if (isPageRoute(route) && !planner.holds(path)) remove.push(path);
  return { ...planner.plan, remove };
}

/** @returns undefined when a page claims the address of one that stands: which of them is first, only all together can tell. */
function planDifference(groups: readonly PageGroup[], served: ReadonlyMap<string, Route>, options: PlanOptions, { placed, unsettled }: Standing): Plan | undefined {
  const standing = new Set(groups.filter((group) => placed.has(group) && !unsettled.has(group)));
  const free = new Set<string>();
  for (const [group, pages] of placed) if (!standing.has(group)) for (const { path } of pages) free.add(path);

  const planner = new Planner(served, options);
  const isTaken = (path: string) => !free.has(path) && isPageRoute(served.get(path));
  for (const group of groups) {
    if (standing.has(group)) planner.keep(group);
    else if (group.some(({ path }) => isTaken(path))) return undefined;
    else planner.place(group);
  }
  return { ...planner.plan, remove: [...free].filter((path) => served.has(path) && !planner.holds(path)) };
}

/** Plans group by group; what is to be removed is seen when all are there. */
class Planner {
  readonly plan = { draw: [] as PlannedPage[], redirects: new Map<string, Route>(), kept: 0, placed: new Map<PageGroup, PageGroup>(), conflicts: [] as AddressConflict[] };
  readonly #claims = new AddressClaims((conflict) => this.plan.conflicts.push(conflict));
  readonly #served: ReadonlyMap<string, Route>;
  readonly #version: string;
  readonly #redraw: ReadonlySet<string> | undefined;

  constructor(served: ReadonlyMap<string, Route>, { rendererVersion, redraw }: PlanOptions) {
    this.#served = served;
    this.#version = versionTag(rendererVersion);
    this.#redraw = redraw;
  }

  /** Whether a page that was placed has the address. */
  holds(path: string): boolean {
    return this.#claims.holders.has(path);
  }

  /** A group that stands. */
  keep(group: PageGroup): void {
    this.plan.placed.set(group, group);
    this.plan.kept += group.length;
  }

  /** A group whose pages are looked at one by one. */
  place(group: PageGroup): void {
    const placed = group.filter((page) => this.#claims.claim(page));
    this.plan.placed.set(group, placed.length < group.length ? placed : group);
    for (const page of placed) this.#look(page);
  }

  #look(page: Page | RedirectPage): void {
    const { path } = page;
    const served = this.#served.get(path);
    if (isRedirect(page)) {
      this.plan.redirects.set(path, { status: 301, location: page.location });
      this.plan.kept++;
    } else if (isDrawn(served, this.#version, page) && !this.#redraw?.has(path)) this.plan.kept++;
    else this.plan.draw.push({ page, props: page.props, digest: routeDigest(this.#version, page), served });
  }
}

/** What stands for a renderer in the digests of routes. */
export function versionTag(rendererVersion: string): string {
  return hash('sha1', rendererVersion, 'base64url').slice(0, 8);
}

/** What a page's route says it was drawn from and by: the same digest, the same bytes. */
export function routeDigest(version: string, { digest }: Page): string {
  return version + digest;
}

/** Whether a route is that of a page as it is. Joins no strings: it is asked of every page. */
export function isDrawn(route: Route | undefined, version: string, page: Page): boolean {
  const digest = route && 'digest' in route ? route.digest : undefined;
  return digest !== undefined && digest.length === version.length + page.digest.length && digest.startsWith(version) && digest.endsWith(page.digest);
}
