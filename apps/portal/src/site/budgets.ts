import { COMPONENT_OPTIONS, type Budget, type EntryOf, type Page } from '@mingchuang/content';

import { takeHead, searchOfColumn } from './column-head.ts';
import type { Catalogue, ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { compareText } from './order.ts';
import { plainText, renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building, type PageInputs } from './page.ts';

type Entry = EntryOf<'budget'>;

/** Address of the figures of a page as CSV. */
export const csvPath = (path: string) => `${path}data.csv`;

/** The page of one budget or final account, and its figures as a file. */
export function buildBudget(building: Building, entry: Entry): Page[] {
  const path = entry.data.path!;
  const page = definePage(building, {
    path,
    template: 'Budget',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const others = use.cards(othersOf(building.catalogue, entry));
      return {
        props: () => ({
          path,
          column,
          agency,
          budget: data,
          body: renderRichText(use, entry, data.body),
          terms: renderIfFilled(use, entry, data.terms),
          others,
          csv: csvPath(path),
        }),
        search: () => ({
          url: path,
          kind: 'disclosure',
          title: data.title,
          aliases: [],
          text: [
            data.summary,
            ...data.lines.map(({ name, note }) => [name, note].filter(Boolean).join('：')),
            ...data.publicLines.map(({ reason }) => reason),
            plainText(data.body),
            plainText(data.terms ?? ''),
          ].join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
  return [page, buildFigures(building, entry)];
}

function buildFigures(building: Building, entry: Entry): Page {
  return definePage(building, {
    path: csvPath(entry.data.path!),
    template: 'Csv',
    frame: 'none',
    make: (use) => {
      const { data } = use.whole(entry);
      return { props: () => ({ rows: tabulate(data) }) };
    },
  });
}

function tabulate({ lines, publicLines }: Budget) {
  const sections = COMPONENT_OPTIONS['budget.line'].section;
  const items = COMPONENT_OPTIONS['budget.public-line'].item;
  return [
    ['类别', '项目', '金额（万元）', '上年（万元）', '说明'],
    ...lines.map(({ section, name, amount, lastYear, note }) => [sections[section], name, amount, lastYear, note]),
    ...publicLines.map(({ item, amount, lastYear, reason }) => ['“三公”经费', items[item], amount, lastYear, reason]),
  ];
}

/** Newest year first; within a year the budget before the final account. */
const byYear = (a: Entry, b: Entry) =>
  b.data.year - a.data.year || compareText(a.data.kind, b.data.kind) || compareText(a.documentId, b.documentId);

const byAgency = new WeakMap<Catalogue, Map<string, Entry[]>>();

/** The other budgets and final accounts of the same agency and scope. */
function othersOf(catalogue: Catalogue, entry: Entry): Entry[] {
  let groups = byAgency.get(catalogue);
  if (!groups) {
    byAgency.set(catalogue, (groups = new Map()));
    for (const other of [...catalogue.ofType('budget')].sort(byYear)) {
      const key = `${other.data.agency.documentId} ${other.data.scope}`;
      groups.set(key, [...(groups.get(key) ?? []), other]);
    }
  }
  const group = groups.get(`${entry.data.agency.documentId} ${entry.data.scope}`) ?? [];
  return group.filter(({ documentId }) => documentId !== entry.documentId);
}

const isBudget = (entry: DocumentEntry): entry is Entry => entry.type === 'budget';

/** The budgets of a column, a page for each year; its front shows the newest year. */
export function* buildBudgets(building: Building, node: ColumnNode): Generator<Page> {
  const budgets = node.documents.filter(isBudget).sort(byYear);
  const years = [...new Set(budgets.map(({ data }) => String(data.year)))];
  const ofYear = (year: string | undefined) => budgets.filter(({ data }) => String(data.year) === year);
  const links = years.map((year) => ({ year, path: `${node.path}${year}/`, count: undefined }));
  yield definePage(building, {
    path: node.path,
    template: 'Budgets',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const shown = takeYear(use, { year: years[0], links, budgets: ofYear(years[0]) });
      return {
        props: () => ({ path: node.path, column, children, introduction: introduction(), ...shown }),
        search: searchOfColumn(node),
      };
    },
  });
  for (const { year, path } of links)
    yield definePage(building, {
      path,
      template: 'Budgets',
      make: (use) => {
        const column = use.column(node);
        const shown = takeYear(use, { year, links, budgets: ofYear(year) });
        return { props: () => ({ path, column, children: [], introduction: undefined, ...shown }) };
      },
    });
}

interface YearShown {
  year: string | undefined;
  links: { year: string; path: string; count: undefined }[];
  budgets: Entry[];
}

const takeYear = (use: PageInputs, { year, links, budgets }: YearShown) => ({
  year: use.fact('year', year),
  years: use.fact('years', links),
  government: use.cards(budgets.filter(({ data }) => data.scope === 'government')),
  departments: use.cards(budgets.filter(({ data }) => data.scope === 'department')),
});
