import { join } from 'node:path';

import { close, createIndex } from 'pagefind';

import type { SearchDocument } from '../../../packages/content/src/index.ts';

/** One index of pages of HTML, by Pagefind's own words and weights: what its guide leads to. */
export async function build(documents: readonly SearchDocument[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('; '));
  for (const document of documents) {
    const added = await index.addHTMLFile({ url: document.url, content: pageOf(document) });
    if (added.errors.length) throw new Error(added.errors.join('; '));
  }
  const written = await index.writeFiles({ outputPath: join(folder, 'public') });
  if (written.errors.length) throw new Error(written.errors.join('; '));
  await close();
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const pageOf = ({ title, aliases, text, language }: SearchDocument): string =>
  `<!doctype html><html lang="${language ?? 'zh'}"><title>${escape(title)}</title><body><main><h1>${escape(title)}</h1>${[...aliases, ...text.split('\n')].map((line) => `<p>${escape(line)}</p>`).join('')}</main></body></html>`;
