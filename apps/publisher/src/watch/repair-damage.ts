import { existsSync, readFileSync } from 'node:fs';

import { PATHS } from '@mingchuang/content';

import { forgetAssets } from '../file-routes.ts';
import type { Publisher } from '../service/publisher.ts';
import { encodeOne } from '../steps/encode-pictures.ts';
import { compressBest } from '../store/compress.ts';
import type { Outlet } from '../workshop.ts';
import type { Damage } from './find-damage.ts';

/**
 * Brings damaged objects back: pages are drawn again, media fetched again, their variants made again, assets and search
 * files stored again. All give the same bytes, so no visitor notices.
 */
export async function repairDamage(outlet: Outlet, publisher: Publisher, damaged: readonly Damage[]): Promise<void> {
  const { objects } = outlet;
  await publisher.exclusively(async () => {
    for (const { hash, problem } of damaged) {
      if (problem !== 'sibling') {
        objects.remove(hash);
        continue;
      }
      objects.removeSiblings(hash);
      await compressBest(objects, hash, objects.read(hash));
    }
    const lost = damaged.filter(({ path, problem }) => problem !== 'sibling' && path.startsWith(PATHS.media));
    await refetch(outlet, new Set(lost.map(({ hash }) => hash)));
    for (const original of outlet.pictures.forgetVariants(new Set(lost.map(({ hash }) => hash)))) if (outlet.objects.has(original)) await encodeOne(outlet, original);
    forgetAssets(outlet);
    restoreSearchFiles(outlet, new Set(damaged.map(({ path }) => path)));
  });
  await publisher.run({ cause: 'repair', always: true, redraw: new Set(damaged.map(({ path }) => path)) }, outlet);
  await publisher.searchSettled();
}

/** Media that the CMS does not have any more are left out of the pages that show them. */
async function refetch({ store, live, files }: Outlet, hashes: ReadonlySet<string>): Promise<void> {
  if (hashes.size === 0) return;
  const keys = live.keysShowing(hashes);
  const lost = [...live.files().values()].filter(({ hash }) => hash && hashes.has(hash));
  store.forgetFiles(hashes);
  await files.fetch(lost);
  live.refresh(keys);
}

/** The index keeps its own files. Should one of them be damaged too, the whole index is built again. */
function restoreSearchFiles({ search, objects, current }: Outlet, paths: ReadonlySet<string>): void {
  if (!search) return;
  for (const { path, file } of search.index.files()) {
    const route = current?.routes.get(path);
    if (!paths.has(path) || !route || route.status === 301) continue;
    if (!existsSync(file) || objects.put(readFileSync(file)).hash !== route.hash) search.indexed.clear();
  }
}
