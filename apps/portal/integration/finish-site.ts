import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { PATHS, rebaseLinks } from '@mingchuang/content';
import { convertText, makeTwins } from '@mingchuang/hant';
import { openSearchIndex } from '@mingchuang/search';
import { convertFile, isReadByVisitors } from '@mingchuang/search/convert-file';

import { takeKept, type Kept } from './kept-for-finish.ts';

/** Left behind by Astro in every static build. */
const STRAY = ['content-assets.mjs', 'content-modules.mjs'];

/**
 * Completes the static site with what plain hosts need: the twins of every page for the elderly and in 繁體, the files
 * of the content, and the redirects in the form most hosts read.
 */
export async function finishSite(dir: string): Promise<void> {
  const kept = takeKept();
  for (const name of STRAY) await rm(path.join(dir, name), { force: true });
  if (!kept) return;
  await writeNotFound(dir);
  await writeTwins(dir, kept);
  await writeSearchIndex(dir, kept);
  for (const [address, bytes] of kept.media) await write(path.join(dir, address), bytes);
  await write(
    path.join(dir, '_redirects'),
    kept.redirects.map(({ path: from, location }) => `${from} ${location} 301\n`).join(''),
  );
}

/**
 * Astro writes the page at /404/ as 404.html, where hosts look for it to show it at any address: there its links must
 * hold at all of them. Its own address is wanted too.
 */
async function writeNotFound(dir: string): Promise<void> {
  const html = await readFile(path.join(dir, '404.html'), 'utf8');
  await write(path.join(dir, PATHS.notFound, 'index.html'), html);
  await write(path.join(dir, '404.html'), rebaseLinks(html, PATHS.notFound, { elderly: false, traditional: false }));
}

async function writeTwins(dir: string, { pages }: Kept): Promise<void> {
  for (const page of pages) {
    if (isReadByVisitors(page.path)) {
      const json = await readFile(path.join(dir, page.path), 'utf8');
      await write(path.join(dir, PATHS.traditional, page.path), convertFile(page.path, json, convertText));
    }
    if (!page.path.endsWith('/')) continue;
    const html = await readFile(path.join(dir, page.path, 'index.html'), 'utf8').catch(() => undefined);
    for (const [prefix, twin] of html ? makeTwins(html) : []) await write(path.join(dir, prefix, page.path, 'index.html'), twin);
  }
}

/** Every page that is to be found, indexed by Pagefind; the index is only asked for by the search page. */
async function writeSearchIndex(dir: string, { pages }: Kept): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mingchuang-search-'));
  try {
    const index = openSearchIndex({ dir: folder });
    await index.build(pages.flatMap(({ search }) => (search ? [search()] : [])));
    for (const { path: address, file } of index.files()) {
      const bytes = await readFile(file);
      await write(path.join(dir, address), bytes);
      if (isReadByVisitors(address)) await write(path.join(dir, PATHS.traditional, address), convertFile(address, bytes.toString('utf8'), convertText));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}
