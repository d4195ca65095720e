import { gunzipSync } from 'node:zlib';

import { SIGNATURE } from '../format.ts';
import { readCbor } from './cbor.ts';
import { SearchIndexError } from './errors.ts';
import { usePagefind, type PagefindIndex, type PagefindUse } from './pagefind-backend.ts';
import type { Chunk, SearchWriter } from './writer.ts';

/**
 * Writes postings with Pagefind's own Node API: the safe choice, since format and reader come from one hand.
 *
 * The binary takes about 0.4 GB for each million characters, hence small shards. Tokens go in as
 * custom records of a language Pagefind does not know, so that it neither segments nor stems them.
 */
export function createPagefindWriter(): SearchWriter {
  let use: PagefindUse | undefined;
  return {
    shardSize: 2_000_000,
    async write(rows) {
      use ??= await usePagefind();
      return write(await use.startIndex(), rows);
    },
    async close() {
      const ended = use;
      use = undefined;
      await ended?.end();
    },
  };
}

async function write(index: PagefindIndex, rows: Iterable<readonly string[]>): Promise<Chunk[]> {
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
