import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Renderer } from '@mingchuang/content';

/** The built renderer could not be loaded. */
export class RendererError extends Error {
  override name = 'RendererError';
}

/**
 * Loads the portal's built renderer (`astro build --mode renderer`).
 *
 * A folder is loaded once a process: to take a new build, start a new process.
 *
 * @param dir The folder it was built to, apps/portal/dist-renderer in this repository.
 * @throws {RendererError} When the folder holds no complete build.
 */
export async function loadRenderer(dir: string): Promise<Renderer> {
  const folder = path.resolve(dir);
  try {
    const { version } = JSON.parse(await readFile(path.join(folder, 'renderer.json'), 'utf8')) as { version: string };
    const { createRenderer } = (await import(pathToFileURL(path.join(folder, 'server/entry.mjs')).href)) as {
      createRenderer: (facts: Pick<Renderer, 'version' | 'assets' | 'folder'>) => Promise<Renderer>;
    };
    return await createRenderer({ version, folder, assets: path.join(folder, 'client') });
  } catch (cause) {
    throw new RendererError(`There is no built renderer in ${folder}: run "pnpm --filter portal build:renderer"`, { cause });
  }
}
