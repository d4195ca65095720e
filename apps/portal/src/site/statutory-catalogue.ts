import type { Page, PageGroup } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import type { Catalogue, ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { keepStretch } from './kept-pages.ts';
import { buildNumbered } from './numbered-pages.ts';
import { takeFacets } from './facet-pages.ts';
import { groupPartsByFacets, oneValue, YEARS, type Facet, type GroupedFacet } from './facets.ts';
import { compareText } from './order.ts';
import { definePage, defineSlice, type Building, type Built } from './page.ts';
import { countPages, PAGE_SIZE, pagerOf, sliceOfFront } from './paging.ts';
import { listedIn } from './part-facts.ts';
import { takePlatform } from './platform.ts';
import { CLASSES, classOf, listed, takeClasses } from './statutory-classes.ts';
import { buildYearFiles, byYearOfFile, csvPath, rowsPath, yearOf, type YearFile } from './statutory-files.ts';
import { madeOn, takeRows } from './statutory-rows.ts';

/** A list of the catalogue: one value of a facet, or all of it. */
interface List {
  path: string;
  shown: { title: string; label: string } | undefined;
  documents: readonly DocumentEntry[];
  /** Address of the list as a file, where it can be downloaded by itself. */
  csv?: string;
}

/**
 * Numbered pages of a list: only full ones, since the front shows more than what is left over. A new document touches
 * one of them when it fills it, and never again.
 */
const countFull = (total: number) => (countPages(total) > 0 ? Math.floor(total / PAGE_SIZE) : 0);

/**
 * The statutory catalogue over all documents of all types that carry what it needs: by class, agency and year, each
 * a list of its own with pages numbered from the oldest, and each year a file to download.
 */
export function* buildStatutoryCatalogue(building: Building, node: ColumnNode): Built {
  const { catalogue } = building;
  const parts = catalogue.placed.map(listedIn);
  const facets = groupPartsByFacets(facetsOf(catalogue), parts, node.path);
  const years = groupPartsByFacets([byYearOfFile], parts, node.path)[0]?.groups ?? [];
  yield buildFront(building, node, facets, years);
  yield* buildYearFiles(building, node, years, codesOf(facets));
  yield* buildNumberedRows(building, node, { path: node.path, shown: undefined, documents: listed(catalogue) });
  for (const { name, title, groups } of facets)
    for (const { key, path, label, documents } of groups) {
      const list = { path, shown: { title, label }, documents, ...(name === 'year' && { csv: csvPath(node.path, key) }) };
      yield buildListFront(building, node, list);
      yield* buildNumberedRows(building, node, list);
    }
}

/** Codes of agencies, by their titles. */
const codesOf = (facets: readonly GroupedFacet<DocumentEntry>[]): Record<string, string> =>
  Object.fromEntries((facets.find(({ name }) => name === 'agency')?.groups ?? []).map(({ key, label }): [string, string] => [label, key]).sort(([a], [b]) => compareText(a, b)));

function facetsOf({ agencies }: Catalogue): Facet<DocumentEntry>[] {
  const byId = new Map(agencies.map(({ documentId, data }) => [documentId, [{ key: data.code, label: data.title }]]));
  const classes = oneValue((key) => CLASSES[key] ?? key);
  const years = oneValue((year) => t('column.yearOf', { year }));
  return [
    {
      name: 'class',
      stamp: '',
      title: t('catalogue.byClass'),
      order: Object.keys(CLASSES),
      valuesOf: (entry) => classes(classOf(entry)),
    },
    {
      name: 'agency',
      stamp: JSON.stringify([...byId]),
      title: t('catalogue.byAgency'),
      valuesOf: ({ data }) => byId.get(data.agency.documentId) ?? [],
    },
    {
      name: 'year',
      stamp: '',
      title: t('catalogue.byYear'),
      order: YEARS,
      valuesOf: (entry) => {
        const year = madeOn(entry).slice(0, 4);
        return year ? years(year) : [];
      },
    },
  ];
}

function buildFront(building: Building, node: ColumnNode, facets: readonly GroupedFacet<DocumentEntry>[], years: readonly YearFile[]): Page {
  const { path } = node;
  const { catalogue } = building;
  const documents = listed(catalogue);
  return definePage(building, {
    path,
    template: 'StatutoryCatalogue',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const platform = takePlatform(use, node.entry.documentId);
      const classes = takeClasses(use, catalogue, path);
      const offered = takeFacets(use, facets);
      const rows = takeRows(use, sliceOfFront(documents));
      const total = use.fact('total', documents.length);
      const pager = use.fact('pager', pagerOf(path, countFull(documents.length), undefined));
      const files = use.fact('files', {
        csv: years.map((one) => ({ year: yearOf(one), path: csvPath(path, one.key) })),
        filter: years.map(({ key }) => rowsPath(path, key)),
      });
      return {
        props: () => ({
          path,
          column,
          platform,
          introduction: introduction(),
          classes,
          facets: offered,
          rows,
          total,
          pager,
          ...files,
        }),
        search: searchOfColumn(node),
      };
    },
  });
}

function buildListFront(building: Building, node: ColumnNode, list: List): PageGroup {
  const entries = sliceOfFront(list.documents);
  const facts = { ...factsOf(node, list), pager: pagerOf(list.path, countFull(list.documents.length), undefined), total: list.documents.length };
  return keepStretch(building, list.path, { entries, facts }, (within) => [buildCatalogueList(within, list.path, entries, facts)]);
}

const buildNumberedRows = (building: Building, node: ColumnNode, list: List): Generator<PageGroup> =>
  buildNumbered(building, list, countFull(list.documents.length), factsOf(node, list), (within, page, facts) =>
    buildCatalogueList(within, page.path, page.documents, { ...facts, pager: page.pager, total: undefined }),
  );

const factsOf = (node: ColumnNode, { shown, csv }: List) => ({ column: node.entry.documentId, shown, csv });

interface Facts extends ReturnType<typeof factsOf> {
  pager: ReturnType<typeof pagerOf>;
  total: number | undefined;
}

const buildCatalogueList = defineSlice<'CatalogueList', Facts>('CatalogueList', (use, documents, facts, path) => {
  const column = use.columnAt(facts.column)!;
  const platform = takePlatform(use, facts.column);
  const { shown, csv, pager, total } = use.fact('list', facts);
  const rows = takeRows(use, documents);
  return { props: () => ({ path, column, platform, shown, rows, pager, total, csv }) };
});
