import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import MiniSearch from 'minisearch';

import type { SearchDocument } from '../../../packages/content/src/index.ts';
import { OPTIONS } from './minisearch-options.ts';
import { writeTexts } from './write-texts.ts';

/** The whole index as JSON, which a page loads before its first search. Texts lie beside it, as ours do. */
export async function build(documents: readonly SearchDocument[], folder: string): Promise<void> {
  const index = new MiniSearch(OPTIONS);
  documents.forEach(({ title, aliases, text }, id) => index.add({ id, title, aliases: aliases.join(' '), text }));
  const publicDir = join(folder, 'public');
  writeTexts(documents, publicDir);
  writeFileSync(join(publicDir, 'index.json'), JSON.stringify(index));
}
