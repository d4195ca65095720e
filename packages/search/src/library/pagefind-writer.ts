import { gunzipSync } from 'node:zlib';

import { close, createIndex } from 'pagefind';

import { readCbor } from './cbor.ts';
import { SearchIndexError } from './errors.ts';
import type { Chunk, SearchWriter } from './writer.ts';

/** Postings of a chunk before it is closed. Pagefind's default of 20,000 makes a query load 32 kB for each pair. */
const CHUNK_PLACES = '4000';
const CHUNK_SETTING = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
const SIGNATURE = 'pagefind_dcd';

/**
 * Writes postings with Pagefind's own Node API: the safe choice, since format and reader come from one hand.
 *
 * The binary takes about 0.4 GB for each million characters, hence small shards. Tokens go in as
 * custom records of a language Pagefind does not know, so that it neither segments nor stems them.
 */
export function createPagefindWriter(): SearchWriter {
  return { shardSize: 2_000_000, write, close: async () => void (await close()) };
}

async function write(rows: Iterable<readonly string[]>): Promise<Chunk[]> {
  const { index, errors } = await startIndex();
  if (!index) throw new SearchIndexError(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    let row = 0;
    for (const tokens of rows) {
      // One after the other: Pagefind numbers pages in the order they arrive.
      const added = await index.addCustomRecord({ url: `/${row}/`, content: tokens.join(' '), language: 'xx' });
      if (added.errors.length) throw new SearchIndexError(`Pagefind refused row ${row}: ${added.errors.join('; ')}`);
      row += 1;
    }
    const written = await index.getFiles();
    if (written.errors.length) throw new SearchIndexError(`Pagefind could not write: ${written.errors.join('; ')}`);
    return chunksOf(written.files, row);
  } finally {
    await index.deleteIndex();
  }
}

/** The binary reads the chunk size from its environment when it starts, and Node's API offers no other way to give it. */
async function startIndex() {
  const before = process.env[CHUNK_SETTING];
  process.env[CHUNK_SETTING] = CHUNK_PLACES;
  try {
    return await createIndex({ forceLanguage: 'xx' });
  } finally {
    if (before === undefined) delete process.env[CHUNK_SETTING];
    else process.env[CHUNK_SETTING] = before;
  }
}

function chunksOf(files: readonly { path: string; content: Uint8Array }[], rows: number): Chunk[] {
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!meta) throw new SearchIndexError('Pagefind wrote no table of pages');
  const bytes = gunzipSync(meta.content);
  const [, pages, chunks] = readCbor(bytes.subarray(SIGNATURE.length)) as [string, unknown[], [string, string, string][]];
  if (pages.length !== rows) throw new SearchIndexError(`Pagefind holds ${pages.length} pages, expected ${rows}`);

  const contents = new Map(files.map(({ path, content }) => [path, content]));
  return chunks.map(([from, , hash]) => {
    const content = contents.get(`index/${hash}.pf_index`);
    if (!content) throw new SearchIndexError(`Pagefind wrote no chunk ${hash}`);
    return { from, bytes: content };
  });
}
