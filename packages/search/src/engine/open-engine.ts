import { openLibrary } from './library.ts';
import { loadWords } from './load-json.ts';
import { loadPagefind } from './pagefind.ts';
import type { IndexPlace } from './protocol.ts';
import { openRules } from './rules.ts';
import { searchLibrary, type Search } from './search-library.ts';

/** The search engine of one page. Runs in a worker, which nothing else may use: it replaces `fetch`. */
export interface Engine {
  search: Search;
  /** Bytes of postings read so far: memory goes with them. */
  read(): number;
}

/**
 * Opens the index. Those of its sisters are opened with the first search that asks for them.
 *
 * @param today YYYY-MM-DD: documents age, and rules end, by it.
 * @param sisters Hosts of the other sites of its group.
 */
export async function openEngine(place: IndexPlace, today: string, sisters: readonly string[] = []): Promise<Engine> {
  const pagefind = loadPagefind(place.base);
  const [library, words, { read }] = await Promise.all([openLibrary(place, pagefind), loadWords(place.words), pagefind]);
  const search = searchLibrary(library, openRules(words, today), today);
  let group: Promise<Search> | undefined;

  return {
    read,
    async search(request, onProgress) {
      if (!request.everywhere || !sisters.length) return search(request, onProgress);
      group ??= import('./group.ts').then(({ searchGroup }) => searchGroup({ library, words, search }, sisters, { pagefind, today }));
      return (await group)(request, onProgress);
    },
  };
}
