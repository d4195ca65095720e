import type { EntryOf, Page } from '@mingchuang/content';

import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';

/** Months the front page sums up. */
const MONTHS = 6;

/** The page of one supervision report. */
export function buildSupervisionReport(building: Building, entry: EntryOf<'supervision-report'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'SupervisionReport',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      return {
        props: () => ({ path, column, agency, report: data, body: renderRichText(use, entry, data.body) }),
        search: () => ({
          url: path,
          kind: 'disclosure',
          title: data.title,
          aliases: [],
          text: [
            data.summary,
            plainText(data.body),
            ...data.findings.map(({ responsible, matter, result }) =>
              [responsible, matter, result].filter(Boolean).join('：'),
            ),
          ].join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
}

const isReport = (entry: DocumentEntry): entry is EntryOf<'supervision-report'> => entry.type === 'supervision-report';
const monthPath = (node: ColumnNode, month: string) => `${node.path}${month}/`;

/** 网上监察: how cases were handled, agency by agency and month by month, and what supervision found. */
export function* buildSupervision(building: Building, node: ColumnNode): Generator<Page> {
  const { path } = node;
  const { figures, columns } = building.catalogue;
  yield definePage(building, {
    path,
    template: 'Supervision',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const months = figures
        .slice(0, MONTHS)
        .map((entry) => ({ path: monthPath(node, entry.data.month), figures: use.whole(entry).data }));
      const reports = use.cards(node.documents.filter(isReport).reverse());
      const lettersPath = use.fact('letters', columns.find(({ entry }) => entry.data.kind === 'letters')?.path);
      return {
        props: () => ({ path, column, children, introduction: introduction(), months, reports, lettersPath }),
        search: searchOfColumn(node),
      };
    },
  });
  for (const entry of figures)
    yield definePage(building, {
      path: monthPath(node, entry.data.month),
      template: 'SupervisionMonth',
      make: (use) => {
        const column = use.column(node);
        const { data } = use.whole(entry);
        return { props: () => ({ path: monthPath(node, data.month), column, figures: data }) };
      },
    });
}
