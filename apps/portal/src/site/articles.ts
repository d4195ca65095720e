import { renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { defineDocument } from './page.ts';
import { searchTextOfBody } from './search-text.ts';

/** The page of an article. */
export const buildArticle = defineDocument<'article', 'Article'>('Article', (use, entry, path) => {
  const { column, agency } = takeSurroundings(use, entry);
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
});
