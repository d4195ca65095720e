import type { EntryOf, Page } from '@mingchuang/content';

import { documentsBelow, type ColumnNode } from './catalogue.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';
import { byYear, takePlatform } from './platform.ts';

/** The annual report of an agency on disclosure: six parts, three statutory tables. */
export function buildAnnualReport(building: Building, entry: EntryOf<'annual-report'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'AnnualReport',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const platform = takePlatform(use, data.column.documentId);
      return {
        props: () => ({
          path,
          column,
          agency,
          platform,
          report: data,
          overview: renderRichText(use, entry, data.overview),
          problems: renderIfFilled(use, entry, data.problems),
          other: renderIfFilled(use, entry, data.other),
        }),
        search: () => ({
          url: path,
          kind: 'disclosure',
          title: data.title,
          aliases: [`${data.year}年政府信息公开年报`],
          text: [data.overview, data.problems ?? '', data.other ?? ''].map(plainText).join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
}

/** The reports of all years, newest first. */
export function buildAnnualReports(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'AnnualReports',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const platform = takePlatform(use, node.entry.documentId);
      const cards = use.cards(byYear(documentsBelow(node, 'annual-report')));
      return {
        props: () => ({ path, column, platform, introduction: introduction(), cards }),
        search: searchOfColumn(node),
      };
    },
  });
}
