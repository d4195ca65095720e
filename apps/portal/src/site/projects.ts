import type { EntryOf, Page } from '@mingchuang/content';

import { searchOfColumn, takeHead } from './column-head.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { plainText, renderIfFilled, searchFacts, takeSurroundings } from './document.ts';
import { defineDocument, definePage, type Building } from './page.ts';

/** The page of one project: who builds what, for how much, and how far it has come. */
export const buildProject = defineDocument<'project', 'Project'>('Project', (use, entry, path) => {
  const { column, agency } = takeSurroundings(use, entry);
  const { data } = use.whole(entry);
  return {
    props: () => ({ path, column, agency, project: data, body: renderIfFilled(use, entry, data.body) }),
    search: () => ({
      url: path,
      kind: 'disclosure',
      title: data.title,
      aliases: data.code ? [data.code] : [],
      text: [data.summary, data.owner, data.place, plainText(data.body ?? '')].join('\n'),
      ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
    }),
  };
});

const isProject = (entry: DocumentEntry): entry is EntryOf<'project'> => entry.type === 'project';

/** The projects of a column, for its template to put under their stages. */
export function buildProjects(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Projects',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const cards = use.cards(node.documents.filter(isProject).reverse());
      return {
        props: () => ({ path, column, children, introduction: introduction(), cards }),
        search: searchOfColumn(node),
      };
    },
  });
}
