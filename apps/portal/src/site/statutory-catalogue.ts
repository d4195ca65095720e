import type { Page } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import type { CatalogueRow } from '../templates/props/disclosure.ts';
import { cardOf, digestOf } from './cards.ts';
import type { Catalogue, ColumnNode, DocumentEntry } from './catalogue.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { createListMaker } from './kept-lists.ts';
import { takeFacets } from './facet-pages.ts';
import { groupByFacets, type Facet, type GroupedFacet } from './facets.ts';
import { definePage, type Building, type PageInputs } from './page.ts';
import { countPages, PAGE_SIZE, pagePath, pagerOf, sliceOfFront, sliceOfPage } from './paging.ts';
import { takePlatform } from './platform.ts';
import { CLASSES, classOf, disclosureOf, listed, takeClasses } from './statutory-classes.ts';

/** A list of the catalogue: one value of a facet, or all of it. */
interface List {
  path: string;
  shown: { title: string; label: string } | undefined;
  documents: readonly DocumentEntry[];
  /** Whether it can be downloaded by itself: the whole and each class can. */
  hasFile?: boolean;
}

/**
 * Numbered pages of a list: only full ones, since the front shows more than what is left over. A new document touches
 * one of them when it fills it, and never again.
 */
const countFull = (total: number) => (countPages(total) > 0 ? Math.floor(total / PAGE_SIZE) : 0);

const csvPath = (path: string) => `${path}catalogue.csv`;
const rowsPath = (path: string) => `${path}library.json`;

/**
 * The statutory catalogue over all documents of all types that carry what it needs: by class, agency and year, each
 * a list of its own with pages numbered from the oldest and a file to download.
 */
export function* buildStatutoryCatalogue(building: Building, node: ColumnNode): Generator<Page> {
  const { catalogue } = building;
  const all = listed(catalogue);
  const facets = groupByFacets(facetsOf(catalogue), all, node.path);
  const whole: List = { path: node.path, shown: undefined, documents: all };
  yield buildFront(building, node, facets);
  yield buildFilterRows(building, node, facets);
  yield buildCsv(building, whole);
  yield* buildNumbered(building, node, whole);
  for (const { name, title, groups } of facets)
    for (const { path, label, documents } of groups) {
      const list = { path, shown: { title, label }, documents };
      const hasFile = name === 'class';
      yield buildListFront(building, node, { ...list, hasFile });
      if (hasFile) yield buildCsv(building, list);
      yield* buildNumbered(building, node, list);
    }
}

function facetsOf({ agencies }: Catalogue): Facet<DocumentEntry>[] {
  const byId = new Map(agencies.map(({ documentId, data }) => [documentId, { key: data.code, label: data.title }]));
  return [
    {
      name: 'class',
      title: t('catalogue.byClass'),
      order: Object.keys(CLASSES),
      valuesOf: (entry) => [{ key: classOf(entry), label: CLASSES[classOf(entry)] ?? classOf(entry) }],
    },
    {
      name: 'agency',
      title: t('catalogue.byAgency'),
      valuesOf: ({ data }) => [byId.get(data.agency.documentId)].filter((value) => value !== undefined),
    },
    {
      name: 'year',
      title: t('catalogue.byYear'),
      order: Array.from({ length: 200 }, (_, at) => String(2100 - at)),
      valuesOf: (entry) => {
        const year = madeOn(entry).slice(0, 4);
        return year ? [{ key: year, label: t('column.yearOf', { year }) }] : [];
      },
    },
  ];
}

const madeOn = (entry: DocumentEntry) => disclosureOf(entry)?.madeOn ?? entry.data.publishedOn ?? '';

interface KeptRow {
  agency: string;
  row: CatalogueRow;
  digest: string;
}
/** Entries are immutable: a row is made once for each and the name of its agency. */
const kept = new WeakMap<DocumentEntry, KeptRow>();

function rowOf(entry: DocumentEntry, { today, titles }: RowContext): KeptRow {
  const agency = titles.get(entry.data.agency.documentId) ?? '';
  let found = kept.get(entry);
  if (found?.agency !== agency) {
    const { card } = cardOf(entry as Parameters<typeof cardOf>[0], today) as {
      card: { title: string; summary?: string };
    };
    const { indexNumber, summary } = disclosureOf(entry) ?? {};
    const row = {
      path: entry.data.path!,
      title: card.title,
      indexNumber: indexNumber ?? '',
      summary: summary ?? card.summary ?? '',
      madeOn: madeOn(entry),
      agency,
      category: classOf(entry),
    };
    found = { agency, row, digest: digestOf(JSON.stringify(row)) };
    kept.set(entry, found);
  }
  return found;
}

/** What rows show beside their documents, worked out once: the day and the titles of agencies. */
interface RowContext {
  stamp: string;
  today: string;
  titles: ReadonlyMap<string, string>;
}
const contexts = new WeakMap<Catalogue, RowContext>();

function contextOf(catalogue: Catalogue): RowContext {
  let found = contexts.get(catalogue);
  if (!found) {
    const { today, snapshot, locale } = catalogue;
    const titles = new Map(snapshot.all('agency').filter((agency) => agency.locale === locale).map(({ documentId, data }) => [documentId, data.title]));
    contexts.set(catalogue, (found = { stamp: digestOf(JSON.stringify([today, ...titles])), today, titles }));
  }
  return found;
}

const makeRows = createListMaker((entry, context: RowContext) => {
  const { row, digest } = rowOf(entry as DocumentEntry, context);
  return { value: row, digest };
});

function takeRows(use: PageInputs, catalogue: Catalogue, entries: readonly DocumentEntry[]): CatalogueRow[] {
  const { values, digest } = makeRows(entries, contextOf(catalogue));
  return use.known('rows', values, `${values.length}#${digest}`);
}

function buildFront(building: Building, node: ColumnNode, facets: readonly GroupedFacet<DocumentEntry>[]): Page {
  const { path } = node;
  const { catalogue } = building;
  const documents = listed(catalogue);
  return definePage(building, {
    path,
    template: 'StatutoryCatalogue',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const platform = takePlatform(use, node);
      const classes = takeClasses(use, catalogue, path);
      const offered = takeFacets(use, facets);
      const rows = takeRows(use, catalogue, sliceOfFront(documents));
      const total = use.fact('total', documents.length);
      const pager = use.fact('pager', pagerOf(path, countFull(documents.length), undefined));
      const files = { csv: csvPath(path), filter: rowsPath(path) };
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

/** Every entry, newest first, with the values it stands under: what the element filters. */
function buildFilterRows(building: Building, node: ColumnNode, facets: readonly GroupedFacet<DocumentEntry>[]): Page {
  return definePage(building, {
    path: rowsPath(node.path),
    template: 'Json',
    frame: 'none',
    make: (use) => {
      const rows = takeRows(use, building.catalogue, [...listed(building.catalogue)].reverse());
      const codes = use.fact('agencies', agencyCodes(facets));
      return {
        props: () => ({
          value: rows.map(({ path, title, indexNumber, summary, madeOn: date, agency, category }) => ({
            path,
            title,
            date,
            number: indexNumber,
            line: [indexNumber, agency, summary].filter(Boolean).join('　'),
            values: { class: [category], agency: [codes[agency] ?? ''], year: [date.slice(0, 4)] },
          })),
        }),
      };
    },
  });
}

const agencyCodes = (facets: readonly GroupedFacet<DocumentEntry>[]): Record<string, string> =>
  Object.fromEntries(
    facets
      .filter(({ name }) => name === 'agency')
      .flatMap(({ groups }) => groups.map(({ key, label }) => [label, key])),
  );

function buildCsv(building: Building, { path, documents }: List): Page {
  return definePage(building, {
    path: csvPath(path),
    template: 'Csv',
    frame: 'none',
    make: (use) => {
      const { domain } = use.fact('site', { domain: building.catalogue.site.data.domain });
      const rows = takeRows(use, building.catalogue, [...documents].reverse());
      return { props: () => ({ rows: tabulate(rows, domain) }) };
    },
  });
}

const tabulate = (rows: readonly CatalogueRow[], domain: string) => [
  ['索引号', '名称', '内容概述', '生成日期', '公开机构', '公开类别', '网址'],
  ...rows.map(({ indexNumber, title, summary, madeOn: date, agency, category, path }) => [
    indexNumber,
    title,
    summary,
    date,
    agency,
    CLASSES[category],
    `https://${domain}${path}`,
  ]),
];

const buildListFront = (building: Building, node: ColumnNode, list: List): Page =>
  buildList(building, node, list, {
    path: list.path,
    documents: sliceOfFront(list.documents),
    pager: pagerOf(list.path, countFull(list.documents.length), undefined),
    total: list.documents.length,
  });

function* buildNumbered(building: Building, node: ColumnNode, list: List): Generator<Page> {
  const count = countFull(list.documents.length);
  for (let number = 1; number <= count; number++)
    yield buildList(building, node, list, {
      path: pagePath(list.path, number),
      documents: sliceOfPage(list.documents, number),
      pager: pagerOf(list.path, count, number),
      total: undefined,
    });
}

interface Slice {
  path: string;
  documents: readonly DocumentEntry[];
  pager: ReturnType<typeof pagerOf>;
  total: number | undefined;
}

function buildList(building: Building, node: ColumnNode, list: List, slice: Slice): Page {
  return definePage(building, {
    path: slice.path,
    template: 'CatalogueList',
    make: (use) => {
      const column = use.column(node);
      const platform = takePlatform(use, node);
      const shown = use.fact('shown', list.shown);
      const rows = takeRows(use, building.catalogue, slice.documents);
      const { pager, total } = use.fact('slice', { pager: slice.pager, total: slice.total });
      const csv = use.fact('csv', list.hasFile ? csvPath(list.path) : undefined);
      return { props: () => ({ path: slice.path, column, platform, shown, rows, pager, total, csv }) };
    },
  });
}
