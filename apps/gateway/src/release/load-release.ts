import type { KeyObject } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';

import type { Manifest } from '@mingchuang/content';

import { readManifest, type ManifestRead } from './read-manifest.ts';
import { advance, KEEP, type KeptRoute, type Release, type RoutesInTime } from './release.ts';

export type ReleaseLoad = { kind: 'release'; release: Release } | Exclude<ManifestRead, { kind: 'manifest' }>;

export interface ReleaseFolder {
  folder: string;
  key: KeyObject;
}

/**
 * Loads a release with all its routes. A difference to the release being served is read alone; otherwise its parents
 * are read up to a whole one, each with its own signature.
 */
export async function loadRelease(
  { folder, key }: ReleaseFolder,
  id: string,
  served: Release | undefined,
  now: number,
): Promise<ReleaseLoad> {
  if (served?.id === id) return { kind: 'release', release: served };
  const chain: Manifest[] = [];
  for (let next: string = id; next !== served?.id; ) {
    const read = await readManifest(folder, next, key);
    if (read.kind !== 'manifest') return read;
    const { manifest } = read;
    if (chain.some((one) => one.id === manifest.id)) return { kind: 'refused', id, reason: 'its parents run in a circle' };
    chain.unshift(manifest);
    if (manifest.whole) break;
    if (manifest.parent === null) return { kind: 'refused', id, reason: 'is a difference without a parent' };
    next = manifest.parent;
  }

  const state: RoutesInTime = { routes: new Map(served?.routes), kept: new Map(served?.kept) };
  for (const [path, { until }] of state.kept) if (until <= now) state.kept.delete(path);
  for (const manifest of chain) advance(state, manifest, now);
  const { fence, madeAt, site } = chain.at(-1)!;
  return { kind: 'release', release: { id, fence, madeAt, site, ...state } };
}

/**
 * Finds the immutable files of the releases that were replaced within the last day, from the stored manifests. Needed
 * once, after a start; while the gateway runs it remembers them by itself. A missing or refused parent ends the search.
 */
export async function recallKept({ folder, key }: ReleaseFolder, release: Release, now: number): Promise<Map<string, KeptRoute>> {
  const chain: Manifest[] = [];
  for (let next: string | null = release.id; next !== null; ) {
    const read: ManifestRead = await readManifest(folder, next, key);
    if (read.kind !== 'manifest' || chain.some((one) => one.id === read.manifest.id)) break;
    chain.unshift(read.manifest);
    if (read.manifest.whole && Date.parse(read.manifest.madeAt) <= now - KEEP) break;
    next = read.manifest.parent;
  }

  const state: RoutesInTime = { routes: new Map(), kept: new Map() };
  // Before the first whole one the routes are not known.
  for (const manifest of chain.slice(chain.findIndex((one) => one.whole))) {
    advance(state, manifest, Date.parse(manifest.madeAt));
    await breathe();
  }
  return new Map([...state.kept].filter(([path, { until }]) => until > now && !release.routes.has(path)));
}
