import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { isRedirect, type Renderer, type Snapshot } from '@mingchuang/content';
import { openSearchIndex } from '@mingchuang/search';

export interface ExampleIndex {
  /** Files of the index by public address. */
  files: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

/** The search index over the pages of a snapshot, in a folder of its own. */
export async function buildExampleIndex(renderer: Renderer, snapshot: Snapshot, today: string): Promise<ExampleIndex> {
  const dir = await mkdtemp(path.join(tmpdir(), 'mingchuang-example-index-'));
  const index = openSearchIndex({ dir });
  const pages = [...renderer.buildPages(snapshot, { today })].filter((page) => !isRedirect(page));
  await index.build(pages.flatMap((page) => ('search' in page && page.search ? [page.search()] : [])));
  return {
    files: new Map([...index.files()].map(({ path: address, file }) => [address, file])),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
