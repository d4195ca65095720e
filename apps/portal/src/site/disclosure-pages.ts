import type { EntryOf, Page } from '@mingchuang/content';

import { documentsBelow, type ColumnNode } from './catalogue.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';
import { takePlatform } from './platform.ts';

/** A guide to disclosure or a rule of it. */
export function buildDisclosurePage(building: Building, entry: EntryOf<'disclosure-page'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'DisclosurePage',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const platform = takePlatform(use, data.column.documentId);
      return {
        props: () => ({ path, column, agency, platform, page: data, body: renderRichText(use, entry, data.body) }),
        search: () => ({
          url: path,
          kind: 'disclosure',
          title: data.title,
          aliases: [],
          text: [data.summary, plainText(data.body)].filter(Boolean).join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
}

/** The guides, or the rules, of the platform: the first written first, since it is the one to begin with. */
export function buildDisclosurePages(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'DisclosurePages',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const platform = takePlatform(use, node.entry.documentId);
      const cards = use.cards(documentsBelow(node, 'disclosure-page'));
      return {
        props: () => ({ path, column, platform, introduction: introduction(), cards }),
        search: searchOfColumn(node),
      };
    },
  });
}
