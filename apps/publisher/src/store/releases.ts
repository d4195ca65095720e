import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { manifest as manifestSchema, type Manifest, type Route } from '@mingchuang/content';

import { syncFolder, writeDurably } from './durable.ts';
import type { ReleaseKey } from './release-key.ts';
import { Routes } from './routes.ts';

/** A release as it is read: its manifest with all routes, the parents' included. */
export interface Release {
  id: string;
  parent: string | null;
  epoch: string;
  sequence: number;
  fence: number;
  madeAt: string;
  rendererVersion: string;
  site: Manifest['site'];
  routes: Routes;
  /** How many manifests its routes are read from; 1 for a whole one. */
  depth: number;
}

/** The signed manifests in `releases/` and the name of the one being served. */
export interface ReleaseStore {
  readonly folder: string;
  /** Ids of all stored releases, oldest first. */
  list(): string[];
  /** @throws {Error} When a manifest of its chain is missing, damaged or not signed with our key. */
  load(id: string): Release;
  /** Ids of the manifests a release is read from: itself, then its parents up to a whole one. */
  chainOf(id: string): string[];
  currentId(): string | undefined;
  write(manifest: Manifest): void;
  switchTo(id: string): void;
  remove(id: string): void;
  /** Remembers that only the manifest of a release is left, because others are read from it. */
  markPruned(id: string): void;
  isPruned(id: string): boolean;
  /** The release an operator holds; nothing is published over it. */
  held(): string | undefined;
  hold(id: string): void;
  unhold(): void;
}

/** Opens the folder of releases and forgets manifests that were never signed. */
export function openReleaseStore(folder: string, key: ReleaseKey): ReleaseStore {
  mkdirSync(folder, { recursive: true });
  const file = (name: string) => join(folder, name);
  const readName = (name: string) => {
    const text = existsSync(file(name)) ? readFileSync(file(name), 'utf8').trim() : '';
    return text === '' ? undefined : text;
  };

  const read = (id: string): Manifest => {
    if (!/^\d{8}T\d{9}Z-[0-9a-f]{8}$/.test(id)) throw new Error(`${id} 不是发布版本的编号`);
    const bytes = readFileSync(file(`${id}.json`));
    if (!key.verify(bytes, readFileSync(file(`${id}.sig`), 'utf8'))) throw new Error(`发布版本 ${id} 的签名不对`);
    return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  };
  const readChain = (id: string): Manifest[] => {
    const chain = [read(id)];
    for (let last = chain[0]!; !last.whole; chain.push((last = read(last.parent))))
      if (last.parent === null) throw new Error(`发布版本 ${last.id} 不完整，又没有上一个版本`);
    return chain;
  };

  for (const name of readdirSync(folder)) {
    const unsigned = name.endsWith('.json') && !existsSync(file(name.replace(/json$/, 'sig')));
    if (unsigned || name.endsWith('.tmp')) rmSync(file(name), { force: true });
  }

  return {
    folder,
    list: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.sig'))
        .map((name) => name.slice(0, -4))
        .sort(),
    load(id) {
      const chain = readChain(id);
      const routes = new Map<string, Route>();
      for (const part of [...chain].reverse()) {
        for (const path of part.removed) routes.delete(path);
        for (const [path, route] of Object.entries(part.routes)) routes.set(path, route);
      }
      const { parent, epoch, sequence, fence, madeAt, rendererVersion, site } = chain[0]!;
      return { id, parent, epoch, sequence, fence, madeAt, rendererVersion, site, routes: Routes.of(routes), depth: chain.length };
    },
    chainOf: (id) => readChain(id).map((part) => part.id),
    currentId: () => readName('current'),
    write(value) {
      const bytes = Buffer.from(JSON.stringify(value));
      writeDurably(file(`${value.id}.json`), bytes);
      writeDurably(file(`${value.id}.sig`), key.sign(bytes));
    },
    switchTo: (id) => writeDurably(file('current'), id),
    remove(id) {
      // The signature goes first: without it the manifest is forgotten at the next start.
      for (const suffix of ['.sig', '.json', '.pruned']) rmSync(file(id + suffix), { force: true });
      syncFolder(folder);
    },
    markPruned: (id) => writeDurably(file(`${id}.pruned`), ''),
    isPruned: (id) => existsSync(file(`${id}.pruned`)),
    held: () => readName('hold'),
    hold: (id) => writeDurably(file('hold'), id),
    unhold() {
      rmSync(file('hold'), { force: true });
      syncFolder(folder);
    },
  };
}
