import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { PATHS, type Page, type Route } from '@mingchuang/content';
import { createDirectWriter, openSearchIndex } from '@mingchuang/search';
import type { SearchAnswer, SearchResult } from '@mingchuang/search/engine/protocol';
import { startSearchAsker, type SearchAsker } from '@mingchuang/search/node/ask-index';

import type { ObjectStore } from '../store/objects.ts';
import { JUDGED, WRITTEN } from './judged-queries.ts';

/** The answers of a released index, and of one built from scratch, to the judged queries and to titles typed exactly. */
export interface SearchComparison {
  released: SearchAnswer[];
  fromScratch: SearchAnswer[];
  queries: string[];
}

/** What is compared: the index of a release, and pages it should hold. */
export interface Compared {
  routes: ReadonlyMap<string, Route>;
  objects: ObjectStore;
  pages: readonly Page[];
  today: string;
}

/** Compares indexes by asking them. */
export interface SearchComparer {
  compare(compared: Compared, folder: string): Promise<SearchComparison>;
  close(): void;
}

/** Starts comparing. Both indexes are written by the same writer; the one from scratch in one go. */
export function startSearchComparer(): SearchComparer {
  const asker: SearchAsker = startSearchAsker();
  return {
    async compare({ routes, objects, pages, today }, folder) {
      const documents = pages.flatMap((page) => page.search?.() ?? []);
      const titles = documents.filter((_, at) => at % 20 === 0).map(({ title }) => title);
      const queries = [...Object.keys(JUDGED), ...WRITTEN, ...titles];
      const requests = queries.map((query) => ({ query, limit: 200, everything: true, asTyped: true, explain: true }));
      const released = new Map(
        [...routes].flatMap(([path, route]) => (path.startsWith(PATHS.searchIndex) && 'hash' in route ? [[nameOf(path), objects.fileOf(route.hash)] as const] : [])),
      );
      const dir = join(folder, 'index');
      for (const [name, file] of released) if (name.startsWith('pagefind-')) cpSync(file, join(dir, 'public', name));
      const index = openSearchIndex({ dir, writer: createDirectWriter() });
      await index.build(documents);
      const built = new Map(index.files().map(({ path, file }) => [nameOf(path), file]));
      return {
        queries,
        released: (await asker.ask(released, join(folder, 'released'), { today, requests })).map(comparable),
        fromScratch: (await asker.ask(built, join(folder, 'scratch'), { today, requests })).map(comparable),
      };
    },
    close: () => asker.close(),
  };
}

/** Words that mistyped queries are mended by are gathered shard by shard: what is offered may differ, what is found may not. */
const comparable = ({ correction: _offer, results, ...answer }: SearchAnswer): SearchAnswer => ({ ...answer, results: withTiesInOrder(results) });

/** What is found equally well, of one day, stands as the past of an index has it. */
function withTiesInOrder(results: readonly SearchResult[]): SearchResult[] {
  const worth = ({ reasons = [], date }: SearchResult) => `${reasons.reduce((sum, { points }) => sum + points, 0).toFixed(6)} ${date}`;
  const ties: SearchResult[][] = [];
  for (const result of results) {
    const last = ties.at(-1);
    if (last && worth(last[0]!) === worth(result)) last.push(result);
    else ties.push([result]);
  }
  return ties.flatMap((tie) => tie.sort((a, b) => (a.url < b.url ? -1 : 1)));
}

const nameOf = (path: string) => path.slice(PATHS.searchIndex.length);
