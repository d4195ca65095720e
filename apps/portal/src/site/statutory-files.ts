import type { PageGroup } from '@mingchuang/content';

import type { CatalogueRow } from '../templates/props/disclosure.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { YEARS, type Facet, type FacetGroup } from './facets.ts';
import { keepStretch } from './kept-pages.ts';
import { defineSlice, type Building } from './page.ts';
import { CLASSES } from './statutory-classes.ts';
import { madeOn, takeRows } from './statutory-rows.ts';

/** The documents of one year, or those without one. */
export type YearFile = FacetGroup<DocumentEntry>;

const WITHOUT = 'undated';

/** Files hold one year each, so that an edit writes one of them anew. The newest first, and last what has no year. */
export const byYearOfFile: Facet<DocumentEntry> = {
  name: 'file',
  title: '',
  stamp: '',
  order: [...YEARS, WITHOUT],
  valuesOf: (entry) => {
    const key = madeOn(entry).slice(0, 4) || WITHOUT;
    return [{ key, label: key }];
  },
};

/** Address of the file to download, below the catalogue. */
export const csvPath = (columnPath: string, key: string) => `${columnPath}catalogue-${key}.csv`;
/** Address of the rows that are filtered in the browser. */
export const rowsPath = (columnPath: string, key: string) => `${columnPath}library-${key}.json`;
/** The year of a file, where it has one. */
export const yearOf = ({ key }: YearFile): string | undefined => (key === WITHOUT ? undefined : key);

/** The files of each year. @param codes Of agencies, by their titles. */
export function* buildYearFiles(building: Building, { path }: ColumnNode, years: readonly YearFile[], codes: Readonly<Record<string, string>>): Generator<PageGroup> {
  const { domain } = building.catalogue.site.data;
  for (const { key, documents } of years) {
    const entries = documents.toReversed();
    const [csv, rows] = [csvPath(path, key), rowsPath(path, key)];
    yield keepStretch(building, csv, { entries, facts: { domain } }, (within) => [buildCsv(within, csv, entries, { domain })]);
    yield keepStretch(building, rows, { entries, facts: { codes } }, (within) => [buildRows(within, rows, entries, { codes })]);
  }
}

/** Every entry with the values it stands under: what the element filters. */
const buildRows = defineSlice<'Json', { codes: Readonly<Record<string, string>> }>(
  'Json',
  (use, documents, facts) => {
    const rows = takeRows(use, documents);
    const { codes } = use.fact('agencies', facts);
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
  'none',
);

const buildCsv = defineSlice<'Csv', { domain: string }>(
  'Csv',
  (use, documents, facts) => {
    const rows = takeRows(use, documents);
    const { domain } = use.fact('site', facts);
    return { props: () => ({ rows: tabulate(rows, domain) }) };
  },
  'none',
);

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
