import type { Page, PageGroup } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import type { CatalogueRow } from '../templates/props/disclosure.ts';
import { cardOf, digestOf } from './cards.ts';
import type { Catalogue, ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { createListMaker } from './kept-lists.ts';
import { keepStretch } from './kept-pages.ts';
import { buildNumbered } from './numbered-pages.ts';
import type { Question } from './building.ts';
import { takeFacets } from './facet-pages.ts';
import { groupPartsByFacets, oneValue, type Facet, type GroupedFacet } from './facets.ts';
import { definePage, defineSlice, type Building, type Built, type PageInputs } from './page.ts';
import { countPages, PAGE_SIZE, pagerOf, sliceOfFront } from './paging.ts';
import { listedIn } from './part-facts.ts';
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
export function* buildStatutoryCatalogue(building: Building, node: ColumnNode): Built {
  const { catalogue } = building;
  const all = listed(catalogue);
  const facets = groupPartsByFacets(facetsOf(catalogue), catalogue.placed.map(listedIn), node.path);
  const whole: List = { path: node.path, shown: undefined, documents: all };
  yield buildFront(building, node, facets);
  yield buildFilterRows(building, node, facets);
  yield buildCsv(building, whole);
  yield* buildNumberedRows(building, node, whole);
  for (const { name, title, groups } of facets)
    for (const { path, label, documents } of groups) {
      const list = { path, shown: { title, label }, documents };
      const hasFile = name === 'class';
      yield buildListFront(building, node, { ...list, hasFile });
      if (hasFile) yield buildCsv(building, list);
      yield* buildNumberedRows(building, node, list);
    }
}

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
      order: Array.from({ length: 200 }, (_, at) => String(2100 - at)),
      valuesOf: (entry) => {
        const year = madeOn(entry).slice(0, 4);
        return year ? years(year) : [];
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

/** What rows show beside their documents: the day and the titles of agencies. */
interface RowContext {
  stamp: string;
  today: string;
  titles: ReadonlyMap<string, string>;
}
const contexts = new WeakMap<Catalogue['site'], RowContext>();

/** The same object while nothing in it has changed. */
const rowContext: Question = ({ catalogue: { today, snapshot, site } }): RowContext => {
  const titles = new Map(snapshot.all('agency').filter(({ locale }) => locale === site.locale).map(({ documentId, data }) => [documentId, data.title]));
  const stamp = digestOf(JSON.stringify([today, ...titles]));
  const known = contexts.get(site);
  if (known?.stamp === stamp) return known;
  const context = { stamp, today, titles };
  contexts.set(site, context);
  return context;
};

const makeRows = createListMaker((entry, context: RowContext) => {
  const { row, digest } = rowOf(entry as DocumentEntry, context);
  return { value: row, digest };
});

function takeRows(use: PageInputs, entries: readonly DocumentEntry[]): CatalogueRow[] {
  const { values, digest } = makeRows(entries, use.ask(rowContext) as RowContext);
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
      const platform = takePlatform(use, node.entry.documentId);
      const classes = takeClasses(use, catalogue, path);
      const offered = takeFacets(use, facets);
      const rows = takeRows(use, sliceOfFront(documents));
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
      const rows = takeRows(use, [...listed(building.catalogue)].reverse());
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
      const rows = takeRows(use, [...documents].reverse());
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

function buildListFront(building: Building, node: ColumnNode, list: List): PageGroup {
  const entries = sliceOfFront(list.documents);
  const facts = { ...factsOf(node, list), pager: pagerOf(list.path, countFull(list.documents.length), undefined), total: list.documents.length };
  return keepStretch(building, list.path, { entries, facts }, (within) => [buildCatalogueList(within, list.path, entries, facts)]);
}

const buildNumberedRows = (building: Building, node: ColumnNode, list: List): Generator<PageGroup> =>
  buildNumbered(building, list, countFull(list.documents.length), factsOf(node, list), (within, page, facts) =>
    buildCatalogueList(within, page.path, page.documents, { ...facts, pager: page.pager, total: undefined }),
  );

const factsOf = (node: ColumnNode, { path, shown, hasFile }: List) => ({ column: node.entry.documentId, shown, csv: hasFile ? csvPath(path) : undefined });

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
