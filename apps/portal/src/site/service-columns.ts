import type { EntryOf, Page } from '@mingchuang/content';

import { documentsBelow, type ColumnNode } from './catalogue.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { buildFacetPages, takeFacets } from './facet-pages.ts';
import { groupByFacets, type GroupedFacet } from './facets.ts';
import { definePage, type Building, type Built } from './page.ts';
import { takeSection } from './sections.ts';
import { serviceFacets } from './service-facets.ts';

type Facets = readonly GroupedFacet<EntryOf<'service-item'>>[];

/** Services of one theme on the front of a column; the rest stand in the theme's own list. */
const OF_A_THEME = 12;
/** Journeys on the landing. */
const JOURNEYS = 8;

/**
 * A column of services, divided by life event, theme, audience, target and agency. One that has columns below it is the
 * way in to all of them.
 */
export function* buildServiceColumn(building: Building, node: ColumnNode): Built {
  const facets = groupByFacets(serviceFacets(building.catalogue), documentsBelow(node, 'service-item'), node.path);
  yield node.children.length > 0 ? buildHome(building, node, facets) : buildFront(building, node, facets);
  yield* buildFacetPages(building, node, facets, false);
}

/** Everything of one column, by theme. */
function buildFront(building: Building, node: ColumnNode, facets: Facets): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Services',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const offered = takeFacets(use, facets);
      const themes = facets.find(({ name }) => name === 'theme')?.groups ?? [];
      const groups = themes.map(({ key, label, path: all, documents }) => ({
        ...use.fact('theme', { key, label, path: all, total: documents.length }),
        cards: use.cards(documents.slice(-OF_A_THEME).reverse()),
      }));
      return {
        props: () => ({ path, column, introduction: introduction(), facets: offered, groups }),
        search: searchOfColumn(node),
      };
    },
  });
}

/** The way in: by life event, by who one is, then the journeys, then the columns below. */
function buildHome(building: Building, node: ColumnNode, facets: Facets): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'ServicesHome',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const offered = takeFacets(use, facets);
      const journeysNode = node.children.find(({ entry }) => entry.data.kind === 'journeys');
      const journeys = journeysNode && {
        ...use.fact('journeys', { title: journeysNode.entry.data.title, path: journeysNode.path }),
        cards: use.cards(documentsBelow(journeysNode, 'journey').slice(-JOURNEYS).reverse()),
      };
      const sections = node.children
        .filter((child) => child !== journeysNode)
        .map((child) => takeSection(building, use, child));
      return {
        props: () => ({ path, column, introduction: introduction(), facets: offered, journeys, sections }),
        search: searchOfColumn(node),
      };
    },
  });
}
