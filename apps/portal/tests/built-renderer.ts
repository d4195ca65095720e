import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Renderer } from '@mingchuang/content';

const dir = path.join(import.meta.dirname, '../dist-renderer');

/** The renderer as `npm test` has built it. @throws {Error} When it was not built. */
export async function builtRenderer(): Promise<Renderer> {
  const entry = path.join(dir, 'server/entry.mjs');
  if (!existsSync(entry)) throw new Error('Build the renderer first: pnpm --filter portal build:renderer');
  const { version } = JSON.parse(readFileSync(path.join(dir, 'renderer.json'), 'utf8')) as { version: string };
  const { createRenderer } = (await import(pathToFileURL(entry).href)) as {
    createRenderer: (facts: Pick<Renderer, 'version' | 'assets'>) => Promise<Renderer>;
  };
  return await createRenderer({ version, assets: path.join(dir, 'client') });
}
