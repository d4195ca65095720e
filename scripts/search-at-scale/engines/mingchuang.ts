import { readingOrder } from '../reading-order.ts';
import type { SearchDocument } from '../../../packages/content/src/index.ts';
import { createDirectWriter, openSearchIndex, type SearchWriter } from '../../../packages/search/src/index.ts';

/** The index as the publisher writes it. */
export const build = (documents: readonly SearchDocument[], folder: string) => buildBy(createDirectWriter(), documents, folder);

/** Builds the index and edits some documents of it, as an index in service has been: with a hot shard and hidden rows. */
export async function buildBy(writer: SearchWriter, documents: readonly SearchDocument[], folder: string) {
  const index = openSearchIndex({ dir: folder, writer });
  const index_s = await timed(() => index.build(documents));
  const { hot } = readingOrder(documents);
  const edits: number[] = [];
  // Each is changed and changed back: what is asked later must be what was given.
  for (const document of hot.slice(0, 3))
    for (const title of [`${document.title}（修改）`, document.title]) edits.push(await timed(() => index.update({ changed: [{ ...document, title }], removed: [] })));
  const many_edits_s = await timed(() => index.update({ changed: hot, removed: [] }));
  return { index_s, edit_s: edits.sort((a, b) => a - b)[3]!, many_edits_s };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from) / 1000;
}
