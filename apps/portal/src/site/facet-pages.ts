import type { EntryOf, Page } from '@mingchuang/content';

import type { AnyCard } from '../templates/props.ts';
import type { CardType } from './cards.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import type { FacetGroup, GroupedFacet } from './facets.ts';
import { defineSlice, type Building, type PageInputs } from './page.ts';
import { countPages, pagePath, pagerOf, sliceOfFront, sliceOfPage } from './paging.ts';

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
): Generator<Page> {
  for (const { name, title, groups } of facets)
    for (const group of groups as readonly FacetGroup<DocumentEntry>[]) {
      const refine = canRefine ? `${node.path}?${name}=${group.key}` : undefined;
      const list = { ...group, shown: { title, label: group.label }, refine };
      yield buildFront(building, node, list);
      yield* buildNumberedPages(building, node, list);
    }
}

/** The numbered pages of a list; none when it fits on its front. */
export function* buildNumberedPages(building: Building, node: ColumnNode, list: List): Generator<Page> {
  const count = countPages(list.documents.length);
  for (let number = 1; number <= count; number++)
    yield buildList(building, node, list, {
      path: pagePath(list.path, number),
      documents: sliceOfPage(list.documents, number),
      pager: pagerOf(list.path, count, number),
      total: undefined,
    });
}

function buildFront(building: Building, node: ColumnNode, list: List): Page {
  const { path, documents } = list;
  return buildList(building, node, list, {
    path,
    documents: sliceOfFront(documents),
    pager: pagerOf(path, countPages(documents.length), undefined),
    total: documents.length,
  });
}

interface Slice {
  path: string;
  documents: readonly DocumentEntry[];
  pager: ReturnType<typeof pagerOf>;
  total: number | undefined;
}

interface Facts extends Pick<List, 'shown' | 'refine'>, Pick<Slice, 'pager' | 'total'> {
  column: string;
}

function buildList(building: Building, node: ColumnNode, { shown, refine }: List, { path, documents, pager, total }: Slice): Page {
  return buildFacetList(building, path, documents, { column: node.entry.documentId, shown, refine, pager, total });
}

const buildFacetList = defineSlice<'FacetList', Facts>('FacetList', (use, documents, facts, path) => {
  const column = use.columnAt(facts.column)!;
  const { shown, refine, pager, total } = use.fact('list', facts);
  const cards = use.cards(documents as readonly EntryOf<CardType>[]) as AnyCard[];
  return { props: () => ({ path, column, shown, refine, cards, pager, total }) };
});
