import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { CommandError, explainError } from '../errors.ts';
import type { ObjectStore } from '../store/objects.ts';
import type { Workshop } from '../workshop.ts';

export interface PruneReport {
  kept: string[];
  removed: string[];
  objects: number;
}

/**
 * Deletes old releases and every object that neither a kept release nor the snapshot names.
 *
 * Manifests that kept ones are read from stay, without their objects: a signed manifest is never rewritten. What is
 * served is always kept.
 *
 * @param keep How many of the newest releases stay, at least 1.
 * @throws {CommandError} When `keep` is not a number of at least 1.
 */
export function pruneReleases({ releases, objects, pictures, store, live, log }: Workshop, keep: number): PruneReport {
  if (!Number.isInteger(keep) || keep < 1) throw new CommandError('至少要保留 1 个发布版本');
  const all = releases.list();
  const wanted = new Set([...all.slice(-keep), releases.currentId(), releases.held()].filter((id) => id !== undefined));
  const bases = new Set<string>();
  const hashes = new Set([...live.files().values()].map(({ hash }) => hash!));
  pictures.keepOnly(hashes);
  store.forgetFiles([...store.fileHashes()].filter((hash) => !hashes.has(hash)));
  for (const original of [...hashes]) for (const { hash } of pictures.find(original)?.variants ?? []) hashes.add(hash);
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

  const removed = all.filter((id) => !wanted.has(id));
  for (const id of removed) {
    if (bases.has(id)) releases.markPruned(id);
    else releases.remove(id);
  }
  return { kept: [...wanted].sort(), removed, objects: removeObjects(objects, hashes) };
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
