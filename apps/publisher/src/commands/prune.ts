import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { CommandError, explainError } from '../errors.ts';
import type { ObjectStore } from '../store/objects.ts';
import type { Outlet, Workshop } from '../workshop.ts';

export interface PruneReport {
  kept: string[];
  removed: string[];
  objects: number;
}

/**
 * Deletes old releases and every object that neither a kept release of any site nor the snapshot names.
 *
 * Manifests that kept ones are read from stay, without their objects: a signed manifest is never rewritten. What is
 * served is always kept.
 *
 * @param keep How many of the newest releases of each site stay, at least 1.
 * @param chosen The sites whose releases are pruned. Those of the others all stay, and so do their objects.
 * @throws {CommandError} When `keep` is not a number of at least 1, or what a site serves cannot be read.
 */
export function pruneReleases(workshop: Workshop, keep: number, chosen: readonly Outlet[] = [...workshop.outlets.values()]): PruneReport {
  if (!Number.isInteger(keep) || keep < 1) throw new CommandError('至少要保留 1 个发布版本');
  const { objects, outlets } = workshop;
  const hashes = keepFiles(workshop);
  // Nothing is deleted before the releases of every site have been read.
  const plans = [...outlets.values()].map((outlet) => planPruning(outlet, chosen.includes(outlet) ? keep : Infinity, hashes));
  for (const { releases, removed, bases } of plans)
    for (const id of removed) {
      if (bases.has(id)) releases.markPruned(id);
      else releases.remove(id);
    }
  return { kept: plans.flatMap(({ kept }) => kept), removed: plans.flatMap(({ removed }) => removed), objects: removeObjects(objects, hashes) };
}

/** Objects of the files that published entries show, with their variants. */
function keepFiles({ live, store, pictures }: Workshop): Set<string> {
  const hashes = new Set([...live.files().values()].map(({ hash }) => hash!));
  pictures.keepOnly(hashes);
  store.forgetFiles([...store.fileHashes()].filter((hash) => !hashes.has(hash)));
  for (const original of [...hashes]) for (const { hash } of pictures.find(original)?.variants ?? []) hashes.add(hash);
  return hashes;
}

/** Adds the objects of the releases of a site that stay to `hashes`. */
function planPruning({ releases, log }: Outlet, keep: number, hashes: Set<string>) {
  const all = releases.list();
  const newest = all.filter((id) => keep !== Infinity || !releases.isPruned(id)).slice(-keep);
  const wanted = new Set([...newest, releases.currentId(), releases.held()].filter((id) => id !== undefined));
  const bases = new Set<string>();
  for (const id of [...wanted]) {
    try {
      for (const route of releases.load(id).routes.values()) if (route.status !== 301) hashes.add(route.hash);
      for (const base of releases.chainOf(id)) bases.add(base);
    } catch (error) {
      log.warn({ release: id }, `发布版本读不出来，按已损坏清理：${explainError(error)}`);
      if (id === releases.currentId()) throw new CommandError('当前发布版本读不出来，请先运行 verify --live', { cause: error });
      wanted.delete(id);
    }
  }
  return { releases, bases, kept: [...wanted].sort(), removed: all.filter((id) => !wanted.has(id)) };
}

function removeObjects(objects: ObjectStore, wanted: ReadonlySet<string>): number {
  const unwanted = new Set<string>();
  for (const prefix of readdirSync(objects.folder)) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    for (const name of readdirSync(join(objects.folder, prefix))) {
      const hash = prefix + name.replace(/\.(br|gz)$/, '');
      if (!wanted.has(hash)) unwanted.add(hash);
    }
  }
  for (const hash of unwanted) objects.remove(hash);
  return unwanted.size;
}
