import type { AnyEntry, Page, PageGroup } from '@mingchuang/content';

import type { Building, Home, Question } from './building.ts';
import { isSame } from './kept-lists.ts';
import { answer } from './questions-to-site.ts';

/** A page that may be shown again to a later building. */
export interface KeepablePage extends Page {
  /** What was asked of the rest of the site when it was made. */
  readonly asked: readonly Question[];
  /** From here on the page is made from what stands there, if it has to be made once more. */
  moveTo(home: Home): void;
}

interface Kept {
  page: KeepablePage;
  asked: readonly Question[];
  answers: readonly unknown[];
}

const keep = (building: Building, page: KeepablePage): Kept => ({ page, ...answersTo(building, new Set(page.asked)) });

function answersTo(building: Building, questions: ReadonlySet<Question>): Pick<Kept, 'asked' | 'answers'> {
  const asked = [...questions];
  return { asked, answers: asked.map((each) => answer(building, each)) };
}

const stillHolds = (building: Building, { asked, answers }: Pick<Kept, 'asked' | 'answers'>) => asked.every((each, at) => answer(building, each) === answers[at]);

/** Entries are immutable: the page that was made of one is the same as long as whatever was asked is answered alike. */
const documents = new WeakMap<AnyEntry, Kept>();

/** The page of a document as it was made last time, while that still holds; otherwise made now. */
export function keepDocument(building: Building, path: string, entry: AnyEntry, make: () => KeepablePage): Page {
  const known = documents.get(entry);
  if (known?.page.path === path && stillHolds(building, known)) {
    known.page.moveTo(building.home);
    return known.page;
  }
  const page = make();
  documents.set(entry, keep(building, page));
  return page;
}

interface KeptGroup extends Pick<Kept, 'asked' | 'answers'> {
  pages: PageGroup;
  home: Home;
}

const groups = new WeakMap<readonly AnyEntry[], KeptGroup>();

/**
 * The pages of a list of documents, all of `defineDocument`: the group of last time while each of them is as it was. That is
 * seen by what they asked together, without looking at any of them.
 */
export function keepGroup<E extends AnyEntry>(building: Building, entries: readonly E[], build: (building: Building, entry: E) => Page): PageGroup {
  const known = groups.get(entries);
  if (known && stillHolds(building, known)) {
    known.home.building = building;
    return known.pages;
  }
  const home = { building };
  const within = { ...building, home };
  const pages = entries.map((entry) => build(within, entry));
  const asked = new Set(entries.flatMap((entry) => documents.get(entry)!.asked.map((each) => each.within ?? each)));
  groups.set(entries, { pages, home, ...answersTo(building, asked) });
  return pages;
}

interface KeptStretch extends KeptGroup {
  entries: readonly AnyEntry[];
  facts: string;
  usedIn: Building;
}

/** By site, language and name: pages of lists belong to no entry. */
const stretches = new WeakMap<AnyEntry, Map<string, KeptStretch>>();

/** What some pages of a list show: entries that follow each other, and facts about the list. */
export interface Stretch {
  entries: readonly AnyEntry[];
  facts: object;
}

/**
 * Pages of a list, all of `defineSlice`: the group of last time while it has the same entries and facts.
 * @param name The same each time, and no other stretch's of the site.
 * @param build Reads nothing but the entries and facts.
 */
export function keepStretch(building: Building, name: string, { entries, facts: of }: Stretch, build: (building: Building) => readonly KeepablePage[]): PageGroup {
  const site = building.catalogue.site as unknown as AnyEntry;
  let ofSite = stretches.get(site);
  if (!ofSite) stretches.set(site, (ofSite = new Map()));
  const facts = JSON.stringify(of);
  const known = ofSite.get(name);
  if (known?.facts === facts && isSame(known.entries, entries) && stillHolds(building, known)) {
    known.home.building = building;
    known.usedIn = building;
    return known.pages;
  }
  const home = { building };
  const pages = build({ ...building, home });
  const asked = new Set(pages.flatMap((page) => page.asked));
  ofSite.set(name, { pages, home, ...answersTo(building, asked), entries, facts, usedIn: building });
  return pages;
}

/** Forgets the lists that a site has no more, once all its pages were built: they would hold what they were made from. */
export function forgetStretches(building: Building): void {
  const ofSite = stretches.get(building.catalogue.site as unknown as AnyEntry);
  for (const [name, { usedIn }] of ofSite ?? []) if (usedIn !== building) ofSite!.delete(name);
}
