import type { Page, PageGroup } from '@mingchuang/content';

import { buildBudgets } from './budgets.ts';
import { buildAnnualReports } from './annual-reports.ts';
import { buildAudience } from './audiences.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { buildDatasets } from './datasets.ts';
import { feedPath } from './feeds.ts';
import { buildDisclosurePages } from './disclosure-pages.ts';
import { buildPlatform } from './platform.ts';
import { buildPowerItems } from './power-items.ts';
import { buildStatutoryCatalogue } from './statutory-catalogue.ts';
import { buildLeaders } from './leaders.ts';
import { buildJourneys } from './journeys.ts';
import type { Pager } from '../templates/props.ts';
import { endOf } from './merge-sorted.ts';
import { keepStretch } from './kept-pages.ts';
import { buildNumbered } from './numbered-pages.ts';
import { definePage, defineSlice, type Building, type Built, type PageInputs } from './page.ts';
import { buildProjects } from './projects.ts';
import { buildPolicyLibrary } from './policy-library.ts';
import { buildTakingPartFront } from './taking-part.ts';
import { countPages, pagerOf, sliceOfFront, PAGE_SIZE } from './paging.ts';
import { buildSupervision } from './supervision.ts';
import { buildTopics } from './topics.ts';
import { takeCards, takeSection } from './sections.ts';
import { buildServiceColumn } from './service-columns.ts';

/** Every page of a column: its front and, for long lists, one for each year and numbered ones. */
export function* buildColumn(building: Building, node: ColumnNode): Built {
  switch (node.entry.data.kind) {
    case 'landing':
      return yield buildLanding(building, node);
    case 'policies':
      return yield* buildPolicyLibrary(building, node);
    case 'services':
      return yield* buildServiceColumn(building, node);
    case 'journeys':
      return yield buildJourneys(building, node);
    case 'audience':
      return yield* buildAudience(building, node);
    case 'questions':
      return yield buildQuestions(building, node);
    case 'agencies':
      return yield buildAgencyList(building, node);
    case 'disclosure':
      return yield buildPlatform(building, node);
    case 'disclosure-pages':
      return yield buildDisclosurePages(building, node);
    case 'catalogue':
      return yield* buildStatutoryCatalogue(building, node);
    case 'annual-reports':
      return yield buildAnnualReports(building, node);
    case 'power-items':
      return yield* buildPowerItems(building, node);
    case 'budgets':
      return yield* buildBudgets(building, node);
    case 'leaders':
      return yield buildLeaders(building, node);
    case 'datasets':
      return yield* buildDatasets(building, node);
    case 'topics':
      return yield buildTopics(building, node);
    case 'supervision':
      return yield* buildSupervision(building, node);
    case 'projects':
      return yield buildProjects(building, node);
    case 'consultations':
    case 'surveys':
    case 'interviews':
      return yield* buildTakingPart(building, node);
    default:
      yield* buildList(building, node);
  }
}

function buildLanding(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Landing',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const own =
        node.documents.length > 0
          ? [takeSection(building, use, { ...node, newest: sliceOfFront(node.documents) }, PAGE_SIZE)]
          : [];
      const sections = [...node.children.map((child) => takeSection(building, use, child)), ...own];
      return { props: () => ({ path, column, introduction: introduction(), sections }), search: searchOfColumn(node) };
    },
  });
}

/** The ways through a long column beside its front page. */
function archiveOf({ documents }: ColumnNode) {
  const count = countPages(documents.length);
  return { count, years: count > 0 ? groupByYear(documents) : [] };
}
type Archive = ReturnType<typeof archiveOf>;

/** Facts of the front page that lead to the rest of a long column. */
function takeArchive(use: PageInputs, { documents, path }: ColumnNode, { count, years }: Archive) {
  return {
    total: use.fact('total', documents.length),
    years: use.fact(
      'years',
      years.map(([year, found]) => ({ year, path: yearPath(path, year), count: found.length })),
    ),
    pager: use.fact('pager', pagerOf(path, count, undefined)),
  };
}

function* buildArchive(building: Building, { path, documents, entry }: ColumnNode, { count, years }: Archive): Generator<PageGroup> {
  const column = entry.documentId;
  for (const [year, found] of years) {
    const entries = found.toReversed();
    const at = yearPath(path, year);
    yield keepStretch(building, at, { entries, facts: { column, year } }, (within) => [buildPart(within, at, entries, { column, year })]);
  }
  yield* buildNumbered(building, { path, documents }, count, { column }, (within, page, facts) => buildPart(within, page.path, page.documents, { ...facts, pager: page.pager }));
}

/** A column of what one can take part in: its front page says what is open. */
function* buildTakingPart(building: Building, node: ColumnNode): Built {
  const archive = archiveOf(node);
  yield buildTakingPartFront(building, node, (use) => takeArchive(use, node, archive));
  yield* buildArchive(building, node, archive);
}

function* buildList(building: Building, node: ColumnNode): Built {
  const { documents, path } = node;
  const archive = archiveOf(node);
  const rss = feedPath(path);
  yield definePage(building, {
    path,
    template: 'Column',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const cards = takeCards(use, sliceOfFront(documents));
      const ways = takeArchive(use, node, archive);
      return {
        props: () => ({
          path,
          column,
          introduction: introduction(),
          children,
          cards,
          year: undefined,
          ...ways,
          rss,
        }),
        search: searchOfColumn(node),
      };
    },
  });
  yield* buildArchive(building, node, archive);
}

type YearGroup = [year: string, documents: DocumentEntry[]];

/** What a part of an archive says of itself: a year, or a numbered page with the way to its neighbours. */
interface Part {
  column: string;
  year?: string;
  pager?: Pager | undefined;
}

const buildPart = defineSlice<'Column', Part>('Column', (use, documents, facts, path) => {
  const column = use.columnAt(facts.column)!;
  const cards = takeCards(use, documents);
  const years = takeYears(use, facts.column);
  const { year, pager } = use.fact('part', facts);
  return {
    props: () => ({
      path,
      column,
      introduction: undefined,
      children: [],
      cards,
      year,
      years,
      pager,
      total: year === undefined ? undefined : cards.length,
      rss: feedPath(column.path),
    }),
  };
});

/** Years without their counts, which would change these pages with every new document. */
const takeYears = (use: PageInputs, columnId: string) =>
  use.alike(`years:${columnId}`, (shared, { catalogue }) => {
    const { documents, path } = catalogue.column(columnId)!;
    return shared.fact(
      'years',
      groupByYear(documents).map(([year]) => ({ year, path: yearPath(path, year), count: undefined })),
    );
  });

const yearPath = (columnPath: string, year: string) => `${columnPath}${year}/`;

/** Newest year first; documents without a date are on the numbered pages only. */
function groupByYear(documents: readonly DocumentEntry[]): YearGroup[] {
  const groups: YearGroup[] = [];
  for (let from = documents.findIndex(({ data }) => data.publishedOn); from >= 0 && from < documents.length; ) {
    const year = documents[from]!.data.publishedOn!.slice(0, 4);
    const to = endOf(documents, from, ({ data }) => data.publishedOn!.slice(0, 4) <= year);
    groups.unshift([year, documents.slice(from, to)]);
    from = to;
  }
  return groups;
}

function buildQuestions(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Questions',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const found = node.ofType('faq').toReversed();
      const cards = use.cards(found);
      const answering = new Set(found.map(({ data }) => data.agency.documentId));
      const agencies = use.cards(building.catalogue.agencies.filter(({ documentId }) => answering.has(documentId)));
      return {
        props: () => ({ path, column, children, introduction: introduction(), cards, agencies }),
        search: searchOfColumn(node),
      };
    },
  });
}

function buildAgencyList(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Agencies',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const cards = use.cards(building.catalogue.agencies);
      return { props: () => ({ path, column, introduction: introduction(), cards }), search: searchOfColumn(node) };
    },
  });
}
