import type { Page } from '@mingchuang/content';

import type { ColumnNode } from './catalogue.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { searchFacts } from './document.ts';
import { feedPath } from './feeds.ts';
import { defineDocument, definePage, type Building } from './page.ts';
import { countPages, pagePath, pagerOf, sliceOfFront, sliceOfPage } from './paging.ts';

/** Months of figures the front page of the letters shows. */
const MONTHS = 6;

/** The pages of the column of letters: the newest answers with the figures, and numbered ones from the oldest. */
export function* buildLetters(building: Building, node: ColumnNode): Generator<Page> {
  const { path } = node;
  const letters = [...building.catalogue.letters].reverse();
  const count = countPages(letters.length);
  yield definePage(building, {
    path,
    template: 'Letters',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const cards = use.cards(sliceOfFront(letters));
      const total = use.fact('total', letters.length);
      const pager = use.fact('pager', pagerOf(path, count, undefined));
      const figures = building.catalogue.figures.slice(0, MONTHS).map((month) => use.whole(month).data);
      return {
        props: () => ({
          path,
          column,
          introduction: introduction(),
          cards,
          pager,
          total,
          figures,
          rss: feedPath(path),
        }),
        search: searchOfColumn(node),
      };
    },
  });
  for (let number = 1; number <= count; number++) {
    const numbered = pagePath(path, number);
    yield definePage(building, {
      path: numbered,
      template: 'Letters',
      make: (use) => {
        const column = use.column(node);
        const cards = use.cards(sliceOfPage(letters, number));
        const pager = use.fact('pager', pagerOf(path, count, number));
        return {
          props: () => ({
            path: numbered,
            column,
            introduction: undefined,
            cards,
            pager,
            total: undefined,
            figures: [],
            rss: feedPath(path),
          }),
        };
      },
    });
  }
}

/** The page of one answered letter. */
export const buildLetter = defineDocument<'letter', 'Letter'>('Letter', (use, entry, path) => {
  const column = use.columnOfKind('letters');
  const { data } = use.whole(entry);
  const agency = use.agency(data.agency);
  return {
    props: () => ({ path, column, letter: data, agency }),
    search: () => ({
      url: path,
      kind: 'letter',
      title: data.title,
      aliases: [],
      text: `${data.body}\n${data.answer}`,
      ...searchFacts({ date: data.publishedOn, agency: data.agencyName }),
      card: { kind: 'question', answer: data.answer },
    }),
  };
});
