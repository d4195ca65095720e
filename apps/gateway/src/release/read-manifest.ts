import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';

import { manifest as manifestSchema, route as routeSchema, type Manifest, type Route } from '@mingchuang/content';

import { isSigned } from './verify-signature.ts';

export type ManifestRead =
  | { kind: 'manifest'; manifest: Manifest }
  /** A file is not there yet, or not any more. Worth another try. */
  | { kind: 'missing'; id: string }
  | { kind: 'refused'; id: string; reason: string };

const RELEASE_ID = /^[0-9A-Za-z-]{1,64}$/;
const HASH = /^[0-9a-f]{32}$/;
/** Routes checked between two turns of the event loop, so that a manifest of 100,000 pages holds nobody up. */
const SLICE = 2_000;
const envelope = manifestSchema.omit({ routes: true });

/** Reads one manifest, and believes it only when its signature, its name and its form are right. */
export async function readManifest(folder: string, id: string, key: KeyObject): Promise<ManifestRead> {
  if (!RELEASE_ID.test(id)) return { kind: 'refused', id: id.slice(0, 64), reason: 'not a release id' };
  const [bytes, signature] = await Promise.all([
    readIfThere(join(folder, `${id}.json`)),
    readIfThere(join(folder, `${id}.sig`)),
  ]);
  if (!bytes || !signature) return { kind: 'missing', id };
  if (!isSigned(bytes, signature.toString('utf8'), key)) return { kind: 'refused', id, reason: 'bad signature' };

  const parsed: unknown = JSON.parse(bytes.toString('utf8'));
  const head = envelope.safeParse(parsed);
  if (!head.success) return { kind: 'refused', id, reason: 'not a manifest' };
  // An older release copied under a new name is validly signed, too.
  if (head.data.id !== id) return { kind: 'refused', id, reason: `is the manifest of ${head.data.id}` };

  const routes = await checkRoutes((parsed as { routes?: unknown }).routes);
  if (!routes) return { kind: 'refused', id, reason: 'has a route that leads nowhere' };
  return { kind: 'manifest', manifest: { ...head.data, routes } };
}

async function checkRoutes(value: unknown): Promise<Record<string, Route> | undefined> {
  if (typeof value !== 'object' || value === null) return undefined;
  const routes: Record<string, Route> = Object.create(null) as Record<string, Route>;
  let checked = 0;
  for (const [path, candidate] of Object.entries(value)) {
    const result = routeSchema.safeParse(candidate);
    if (!result.success || !path.startsWith('/')) return undefined;
    // The hash becomes a file name.
    if (result.data.status !== 301 && !HASH.test(result.data.hash)) return undefined;
    routes[path] = result.data;
    if (++checked % SLICE === 0) await breathe();
  }
  return routes;
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
