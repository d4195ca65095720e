import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { ENGINE_FOLDER } from '../format.ts';
import { SearchIndexError } from './errors.ts';
import { usePagefind } from './pagefind-backend.ts';

/** What the browser needs of Pagefind beside the postings: its script and the WebAssembly without stemming. */
const ENGINE_FILES = ['pagefind.js', 'wasm.unknown.pagefind'];

/**
 * Writes Pagefind's script and WebAssembly into the public folder, once for each version. They lie inside its binary, the
 * WebAssembly gzipped: unpacked it travels in brotli, which is a seventh smaller.
 */
export async function writeEngineFiles(publicDir: string): Promise<void> {
  const folder = join(publicDir, ENGINE_FOLDER);
  if (existsSync(folder)) return;

  const files = await readFiles();
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const name of ENGINE_FILES) {
    const file = files.find(({ path }) => path === name);
    if (!file) throw new SearchIndexError(`Pagefind has no file ${name}`);
    writeFileSync(join(draft, name), isGzipped(file.content) ? gunzipSync(file.content) : file.content);
  }
  renameSync(draft, folder);
}

const isGzipped = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

async function readFiles() {
  const pagefind = await usePagefind();
  try {
    const index = await pagefind.startIndex();
    await index.addCustomRecord({ url: '/', content: 'a', language: 'xx' });
    return (await index.getFiles()).files;
  } finally {
    await pagefind.end();
  }
}
