import type { EntryOf, Page } from '@mingchuang/content';

import type { CardType } from './cards.ts';
import type { ColumnNode } from './catalogue.ts';
import { definePage, type Building } from './page.ts';

const ITEMS = 30;

/** Address of a column's RSS feed. */
export const feedPath = (columnPath: string) => `${columnPath}rss.xml`;

/** The RSS feed of a column and everything below it. */
export function buildFeed(building: Building, node: ColumnNode): Page {
  const { catalogue } = building;
  const isLetters = node.entry.data.kind === 'letters';
  const entries = isLetters
    ? catalogue.letters.slice(0, ITEMS)
    : node.documents.length > 0
      ? node.documents.slice(-ITEMS).reverse()
      : node.newest;
  return definePage(building, {
    path: feedPath(node.path),
    template: 'Rss',
    frame: 'none',
    make: (use) => {
      const column = use.column(node);
      const { title: siteTitle, domain } = use.fact('site', {
        title: catalogue.site.data.title,
        domain: catalogue.site.data.domain,
      });
      const cards = use.cards(entries as unknown as EntryOf<CardType>[]) as {
        title: string;
        path?: string;
        summary?: string;
        answer?: string;
        publishedOn?: string;
        time?: string;
      }[];
      return {
        props: () => ({
          title: `${column.title} - ${siteTitle}`,
          link: column.path,
          description: column.description,
          domain,
          items: cards.map((card) => ({
            title: card.title,
            path: card.path!,
            description: card.summary ?? card.answer,
            time: card.time ?? card.publishedOn,
          })),
        }),
      };
    },
  });
}
