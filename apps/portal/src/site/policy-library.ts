import type { EntryOf, Page } from '@mingchuang/content';

import { documentsBelow, type ColumnNode } from './catalogue.ts';
import { compareText } from './order.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { buildFacetPages, buildNumberedPages, takeFacets } from './facet-pages.ts';
import { groupByFacets, type GroupedFacet } from './facets.ts';
import { feedPath } from './feeds.ts';
import { definePage, type Building, type Built } from './page.ts';
import { countPages, pagerOf, sliceOfFront } from './paging.ts';
import { policyFacets } from './policy-facets.ts';
import { policyLine } from './policy-line.ts';

type Policy = EntryOf<'policy-document'>;

/** Address of the list of all documents of a library, which its element filters. */
const rowsPath = (columnPath: string) => `${columnPath}library.json`;

/** The library of policies: a column of them with all columns below it, divided by five facets. */
export function* buildPolicyLibrary(building: Building, node: ColumnNode): Built {
  const documents = documentsBelow(node, 'policy-document');
  const facets = groupByFacets(policyFacets(building.catalogue), documents, node.path);
  yield buildFront(building, node, { documents, facets });
  yield buildRows(building, node, { documents, facets });
  yield* buildFacetPages(building, node, facets, true);
  yield* buildNumberedPages(building, node, { path: node.path, shown: undefined, refine: undefined, documents });
}

interface Library {
  documents: readonly Policy[];
  facets: readonly GroupedFacet<Policy>[];
}

function buildFront(building: Building, node: ColumnNode, { documents, facets }: Library): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'PolicyLibrary',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const cards = use.cards(sliceOfFront(documents));
      const total = use.fact('total', documents.length);
      const pager = use.fact('pager', pagerOf(path, countPages(documents.length), undefined));
      const offered = takeFacets(use, facets);
      const parts = { rows: rowsPath(path), rss: feedPath(path) };
      return {
        props: () => ({ path, column, children, introduction: introduction(), cards, total, pager, facets: offered, ...parts }),
        search: searchOfColumn(node),
      };
    },
  });
}

/** Every document of the library, newest first, with the values it stands under: what the element filters. */
function buildRows(building: Building, node: ColumnNode, { documents, facets }: Library): Page {
  return definePage(building, {
    path: rowsPath(node.path),
    template: 'Json',
    frame: 'none',
    make: (use) => {
      const cards = use.cards([...documents].reverse());
      const values = use.fact('values', valuesById(facets));
      return {
        props: () => ({
          value: cards.map((card) => ({
            path: card.path,
            title: card.title,
            date: card.publishedOn ?? '',
            number: card.number ?? '',
            line: policyLine(card),
            values: values[card.id],
          })),
        }),
      };
    },
  });
}

/** The keys of each document, by facet. */
function valuesById(facets: readonly GroupedFacet<Policy>[]): Record<string, Record<string, string[]>> {
  const found = new Map<string, Record<string, string[]>>();
  for (const { name, groups } of facets)
    for (const { key, documents } of groups)
      for (const { documentId } of documents) {
        const values = found.get(documentId) ?? {};
        (values[name] ??= []).push(key);
        found.set(documentId, values);
      }
  return Object.fromEntries([...found].sort(([a], [b]) => compareText(a, b)));
}
