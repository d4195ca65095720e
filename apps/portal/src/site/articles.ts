import type { EntryOf, Page } from '@mingchuang/content';

import { renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';
import { searchTextOfBody } from './search-text.ts';

/** The page of an article. */
export function buildArticle(building: Building, entry: EntryOf<'article'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'Article',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(building, use, entry);
      const whole = use.whole(entry);
      return {
        props: () => ({ path, column, agency, article: whole.data, body: renderRichText(use, whole, whole.data.body) }),
        search: () => ({
          url: path,
          kind: 'article',
          title: whole.data.title,
          aliases: whole.data.subtitle ? [whole.data.subtitle] : [],
          ...searchTextOfBody(whole.data.body),
          ...searchFacts({ date: whole.data.publishedOn, agency: agency?.title, summary: whole.data.summary }),
        }),
      };
    },
  });
}
