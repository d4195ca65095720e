import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SearchDocument } from '../../../packages/content/src/index.ts';

/** Writes the text of each document to a file that a page loads to show a result. */
export function writeTexts(documents: readonly SearchDocument[], publicDir: string): void {
  mkdirSync(join(publicDir, 'text'), { recursive: true });
  documents.forEach(({ title, url, text }, id) => writeFileSync(join(publicDir, 'text', `${id}.json`), JSON.stringify({ title, url, body: text })));
}
