import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import type { Route } from '@mingchuang/content';

import { hashOf, type ObjectStore } from '../store/objects.ts';

export interface Damage {
  path: string;
  hash: string;
  problem: 'missing' | 'changed' | 'sibling';
}

/**
 * Compares the objects of a release with its manifest.
 * @param depth `presence` looks at names and sizes only; `content` reads every byte, compressed siblings included.
 */
export function* findDamage(routes: ReadonlyMap<string, Route>, objects: ObjectStore, depth: 'presence' | 'content'): Generator<Damage> {
  for (const [path, route] of routes) {
    if (route.status === 301) continue;
    const { hash, bytes } = route;
    if (!objects.has(hash)) yield { path, hash, problem: 'missing' };
    else if (!objects.has(hash, bytes)) yield { path, hash, problem: 'changed' };
    else if (depth === 'content') {
      if (hashOf(objects.read(hash)) !== hash) yield { path, hash, problem: 'changed' };
      else if (!siblingsAreSound(objects, hash)) yield { path, hash, problem: 'sibling' };
    }
  }
}

function siblingsAreSound(objects: ObjectStore, hash: string): boolean {
  try {
    const brotli = objects.readSibling(hash, '.br');
    const gzipped = objects.readSibling(hash, '.gz');
    return (!brotli || hashOf(brotliDecompressSync(brotli)) === hash) && (!gzipped || hashOf(gunzipSync(gzipped)) === hash);
  } catch {
    return false;
  }
}
