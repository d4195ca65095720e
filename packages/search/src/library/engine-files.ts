import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { close, createIndex } from 'pagefind';

import { ENGINE_FOLDER } from '../format.ts';
import { SearchIndexError } from './errors.ts';

/** What the browser needs of Pagefind beside the postings: its script and the WebAssembly without stemming. */
const ENGINE_FILES = ['pagefind.js', 'wasm.unknown.pagefind'];

/** Writes Pagefind's script and WebAssembly into the public folder, once for each version. They lie inside its binary. */
export async function writeEngineFiles(publicDir: string): Promise<void> {
  const folder = join(publicDir, ENGINE_FOLDER);
  if (existsSync(folder)) return;

  const { index, errors } = await createIndex({ forceLanguage: 'xx' });
  if (!index) throw new SearchIndexError(`Pagefind did not start: ${errors.join('; ')}`);
  await index.addCustomRecord({ url: '/', content: 'a', language: 'xx' });
  const { files } = await index.getFiles();
  await close();

  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const name of ENGINE_FILES) {
    const file = files.find(({ path }) => path === name);
    if (!file) throw new SearchIndexError(`Pagefind has no file ${name}`);
    writeFileSync(join(draft, name), file.content);
  }
  renameSync(draft, folder);
}
