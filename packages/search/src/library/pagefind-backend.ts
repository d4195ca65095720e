import { close, createIndex } from 'pagefind';

import { SearchIndexError } from './errors.ts';

/** Postings of a chunk before it is closed. Pagefind's default of 20,000 makes a query load 32 kB for each pair. */
const CHUNK_PLACES = '4000';
const CHUNK_SETTING = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

export type PagefindIndex = NonNullable<Awaited<ReturnType<typeof createIndex>>['index']>;

/** A use of Pagefind's backend, of which a process has one: it ends with its last use. */
export interface PagefindUse {
  /** @throws {SearchIndexError} When Pagefind does not start. */
  startIndex(): Promise<PagefindIndex>;
  end(): Promise<void>;
}

let uses = 0;
let closing: Promise<unknown> = Promise.resolve();

/** Begins a use. Several indexes may be written at once: none closes the backend for the others. */
export async function usePagefind(): Promise<PagefindUse> {
  uses++;
  await closing;
  return {
    startIndex,
    async end() {
      if (--uses === 0) closing = close();
      await closing;
    },
  };
}

/** The binary reads the chunk size from its environment when it starts, and Node's API offers no other way to give it. */
async function startIndex(): Promise<PagefindIndex> {
  const before = process.env[CHUNK_SETTING];
  process.env[CHUNK_SETTING] = CHUNK_PLACES;
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'xx' });
    if (!index) throw new SearchIndexError(`Pagefind did not start: ${errors.join('; ')}`);
    return index;
  } finally {
    if (before === undefined) delete process.env[CHUNK_SETTING];
    else process.env[CHUNK_SETTING] = before;
  }
}
