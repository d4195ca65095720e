import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

import type { Route } from '@mingchuang/content';

import { typeOfFile } from './media-type.ts';
import type { Press } from './press.ts';

/** Stores a folder of static files and answers their routes. Files below `_astro/` carry their digest in their name. */
export function storeAssets(folder: string, press: Press): Map<string, Route> {
  const routes = new Map<string, Route>();
  for (const name of listFiles(folder)) {
    const type = typeOfFile(name);
    const { hash, bytes } = press.store(readFileSync(join(folder, name)), type);
    routes.set(`/${name}`, { hash, bytes, type, status: 200, ...(name.startsWith('_astro/') && { immutable: true }) });
  }
  return routes;
}

/** Names of all files below a folder, with forward slashes, in a stable order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}
