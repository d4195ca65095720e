import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildPages } from '../../apps/portal/src/site/build-pages.ts';
import { openSnapshotStore } from '../../apps/publisher/src/store/snapshot-store.ts';
import { entryOfLine, isRedirect, MemorySnapshot, PATHS, type SearchDocument, type SearchWords } from '../../packages/content/src/index.ts';
import { createDirectWriter, openSearchIndex } from '../../packages/search/src/index.ts';
import type { SearchAnswer, SearchRequest } from '../../packages/search/src/engine/protocol.ts';
import type { SuggestionList } from '../../packages/search/src/suggest/list.ts';
import { startSearchAsker } from '../../packages/search/src/node/ask-index.ts';
import { keptFirstStart } from '../first-start/lay.ts';

/** The day on which the demo city is asked: its newest documents are a few days old. */
export const DEMO_TODAY = '2026-11-27';

/** The demo city's search: an index of what it has published, with its rules, asked as a browser asks it. */
export interface DemoSearch {
  documents: SearchDocument[];
  words: SearchWords | undefined;
  /** What its search boxes suggest. */
  list: SuggestionList;
  ask(requests: readonly SearchRequest[]): Promise<SearchAnswer[]>;
  close(): void;
}

/** Indexes the demo city's documents, in about two seconds once the city itself has been made. */
export async function openDemoSearch(): Promise<DemoSearch> {
  const folder = mkdtempSync(join(tmpdir(), 'mingchuang-demo-search-'));
  const { documents, words, list } = await readDemo(folder);
  const index = openSearchIndex({ dir: join(folder, 'index'), writer: createDirectWriter() });
  await index.build(documents);
  const files = new Map(index.files().map(({ path, file }) => [path.slice(PATHS.searchIndex.length), file]));
  const asker = startSearchAsker();
  return {
    documents,
    words,
    list,
    ask: (requests) => asker.ask(files, join(folder, 'asked'), { today: DEMO_TODAY, requests, ...(words && { words }) }),
    close() {
      asker.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * What the portal gives the index, and the rules and suggestions beside it.
 * @param folder Where the city's snapshot is laid; it must be there.
 */
export async function readDemo(folder: string): Promise<Pick<DemoSearch, 'documents' | 'words' | 'list'>> {
  const city = await keptFirstStart('demo');
  // A publisher that was stopped while it was busy leaves what it wrote last in the second.
  for (const name of ['snapshot.db', 'snapshot.db-wal']) if (existsSync(join(city, name))) copyFileSync(join(city, name), join(folder, name));
  const store = openSnapshotStore(join(folder, 'snapshot.db'));
  const snapshot = new MemorySnapshot([...store.entries()].flatMap((line) => entryOfLine(line) ?? []), store.addresses());
  store.close();
  const documents: SearchDocument[] = [];
  let words: SearchWords | undefined;
  let list: SuggestionList | undefined;
  for (const page of buildPages(snapshot, { today: DEMO_TODAY })) {
    if (isRedirect(page)) continue;
    if (page.search) documents.push(page.search());
    if (page.path === PATHS.searchWords) words = (page.props() as { value: SearchWords }).value;
    if (page.path === PATHS.suggestions) list = (page.props() as { value: SuggestionList }).value;
  }
  return { documents, words, list: list! };
}
