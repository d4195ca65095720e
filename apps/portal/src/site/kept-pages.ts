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
  const pages = entries.map((entry) => build({ ...building, home }, entry));
  const asked = new Set(entries.flatMap((entry) => documents.get(entry)!.asked.map((each) => each.within ?? each)));
  groups.set(entries, { pages, home, ...answersTo(building, asked) });
  return pages;
}

interface KeptSlice extends Kept {
  entries: readonly AnyEntry[];
  facts: string;
  usedIn: Building;
}

/** By site, language and address: pages of lists belong to no entry. */
const slices = new WeakMap<AnyEntry, Map<string, KeptSlice>>();

/** What a page of a list shows: a few entries, and facts about the list. */
export interface Slice {
  entries: readonly AnyEntry[];
  facts: object;
}

/** The page of a list as it was made last time, while it has the same entries and facts; otherwise made now. */
export function keepSlice(building: Building, path: string, shown: Slice, make: () => KeepablePage): Page {
  const site = building.catalogue.site as unknown as AnyEntry;
  let ofSite = slices.get(site);
  if (!ofSite) slices.set(site, (ofSite = new Map()));
  const facts = JSON.stringify(shown.facts);
  const known = ofSite.get(path);
  if (known?.facts === facts && isSame(known.entries, shown.entries) && stillHolds(building, known)) {
    known.page.moveTo(building.home);
    known.usedIn = building;
    return known.page;
  }
  const page = make();
  ofSite.set(path, { ...keep(building, page), entries: shown.entries, facts, usedIn: building });
  return page;
}

/** Forgets the pages of lists that a site has no more, once all its pages were built: they would hold what they were made from. */
export function forgetSlices(building: Building): void {
  const ofSite = slices.get(building.catalogue.site as unknown as AnyEntry);
  for (const [path, { usedIn }] of ofSite ?? []) if (usedIn !== building) ofSite!.delete(path);
}
