import type { EntryOf, Page } from '@mingchuang/content';

import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';

/** The page of a topic: its blocks, then everything that was gathered under it. */
export function buildTopic(building: Building, entry: EntryOf<'topic'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'Topic',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const articles = use.linked('article', data.articles);
      const policies = use.linked('policy-document', data.policies);
      const services = use.linked('service-item', data.services);
      return {
        props: () => ({
          path,
          column,
          agency,
          topic: data,
          body: renderIfFilled(use, entry, data.body),
          blocks: data.blocks.map(({ title, body }) => ({ title, body: renderRichText(use, entry, body) })),
          articles,
          policies,
          services,
        }),
        search: () => ({
          url: path,
          kind: 'article',
          title: data.title,
          aliases: [],
          text: [
            data.summary,
            plainText(data.body ?? ''),
            ...data.blocks.map(({ title, body }) => `${title}\n${plainText(body)}`),
          ].join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
}

const isTopic = (entry: DocumentEntry): entry is EntryOf<'topic'> => entry.type === 'topic';

/** The topics of a column: those going on first, the archived ones below (发展指引: 专题停止更新后归档、保留). */
export function buildTopics(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Topics',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const cards = use.cards(node.documents.filter(isTopic).reverse());
      return {
        props: () => ({ path, column, children, introduction: introduction(), cards }),
        search: searchOfColumn(node),
      };
    },
  });
}
