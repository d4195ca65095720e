import type { EntryOf, PageGroup } from '@mingchuang/content';

import type { AnyCard } from '../templates/props.ts';
import type { CardType } from './cards.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import type { FacetGroup, GroupedFacet } from './facets.ts';
import { keepStretch } from './kept-pages.ts';
import { buildNumbered } from './numbered-pages.ts';
import { defineSlice, type Building, type PageInputs } from './page.ts';
import { countPages, pagerOf, sliceOfFront } from './paging.ts';

/** A list to be shown in pages: of one value of a facet, or the whole column. */
interface List {
  /** Address of its front. */
  path: string;
  /** What was chosen; absent for the whole column. */
  shown: { title: string; label: string } | undefined;
  /** Where the choice can be narrowed further. */
  refine: string | undefined;
  /** Oldest first. */
  documents: readonly DocumentEntry[];
}

/** What a front page offers of a facet, with how many there are of each value. */
export function takeFacets<E>(use: PageInputs, facets: readonly GroupedFacet<E>[]) {
  return use.fact(
    'facets',
    facets.map(({ name, title, groups }) => ({
      name,
      title,
      values: groups.map(({ key, label, path, documents }) => ({ key, label, path, count: documents.length })),
    })),
  );
}

/**
 * The lists of every value: a front with the newest, and pages numbered from the oldest. They show no counts of others,
 * so that a new document touches the lists it stands in and no more.
 */
export function* buildFacetPages<E extends DocumentEntry>(
  building: Building,
  node: ColumnNode,
  facets: readonly GroupedFacet<E>[],
  canRefine: boolean,
): Generator<PageGroup> {
  for (const { name, title, groups } of facets)
    for (const group of groups as readonly FacetGroup<DocumentEntry>[]) {
      const refine = canRefine ? `${node.path}?${name}=${group.key}` : undefined;
      const list = { ...group, shown: { title, label: group.label }, refine };
      yield buildFront(building, node, list);
      yield* buildNumberedPages(building, node, list);
    }
}

/** The numbered pages of a list; none when it fits on its front. */
export function buildNumberedPages(building: Building, node: ColumnNode, { path, documents, shown, refine }: List): Generator<PageGroup> {
  return buildNumbered(building, { path, documents }, countPages(documents.length), { column: node.entry.documentId, shown, refine }, (within, page, facts) =>
    buildFacetList(within, page.path, page.documents, { ...facts, pager: page.pager, total: undefined }),
  );
}

function buildFront(building: Building, node: ColumnNode, { path, documents, shown, refine }: List): PageGroup {
  const entries = sliceOfFront(documents);
  const facts = { column: node.entry.documentId, shown, refine, pager: pagerOf(path, countPages(documents.length), undefined), total: documents.length };
  return keepStretch(building, path, { entries, facts }, (within) => [buildFacetList(within, path, entries, facts)]);
}

interface Facts extends Pick<List, 'shown' | 'refine'> {
  column: string;
  pager: ReturnType<typeof pagerOf>;
  total: number | undefined;
}

const buildFacetList = defineSlice<'FacetList', Facts>('FacetList', (use, documents, facts, path) => {
  const column = use.columnAt(facts.column)!;
  const { shown, refine, pager, total } = use.fact('list', facts);
  const cards = use.cards(documents as readonly EntryOf<CardType>[]) as AnyCard[];
  return { props: () => ({ path, column, shown, refine, cards, pager, total }) };
});
