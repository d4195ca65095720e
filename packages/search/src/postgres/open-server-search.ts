import type { SearchWords } from '@mingchuang/content';

import type { Library } from '../engine/library.ts';
import type { SearchAnswer, SearchRequest } from '../engine/protocol.ts';
import { openRules } from '../engine/rules.ts';
import { searchLibrary, type Search } from '../engine/search-library.ts';
import { simplify } from '../engine/simplify.ts';
import type { SearchDatabase } from './database.ts';
import { openPostgresLibrary, type PostgresLibrary } from './open-library.ts';

/** What a search on the server is made with, beside what is asked. */
export interface SearchSetting {
  /** Names the site among those that share the database. */
  site: string;
  /** The editors' rules. The same object as long as they are the same. */
  words: SearchWords | undefined;
  /** YYYY-MM-DD. */
  today: string;
}

/** Searches on the server by the pipeline of the browsers. */
export type ServerSearch = (setting: SearchSetting, request: SearchRequest) => Promise<SearchAnswer>;

export function openServerSearch(database: SearchDatabase): ServerSearch {
  const libraries = new Map<string, PostgresLibrary>();
  const searches = new Map<string, SearchSetting & { library: Library; search: Search }>();

  return async (setting, request) => {
    const { site, words, today } = setting;
    const opened = libraries.get(site) ?? openPostgresLibrary(database, site);
    libraries.set(site, opened);
    const library = await opened.read();
    let known = searches.get(site);
    if (known?.library !== library || known.words !== words || known.today !== today) {
      known = { ...setting, library, search: searchLibrary(library, openRules(words, today), today) };
      searches.set(site, known);
    }
    return known.search({ ...request, query: await simplify(request.query) });
  };
}
