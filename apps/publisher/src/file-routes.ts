import { PATHS, siteOf, variantPath, type AnyEntry, type Route } from '@mingchuang/content';

import { storeAssets } from './store/assets.ts';
import { typeOfUpload } from './store/media-type.ts';
import type { ObjectStore } from './store/objects.ts';
import type { Press } from './store/press.ts';
import type { RouteChanges } from './store/route-changes.ts';
import type { Outlet, Workshop } from './workshop.ts';

/** Assets do not change while a renderer is loaded: they are read once for each, whatever sites have them. */
const assetsCache = new WeakMap<ObjectStore, { version: string; routes: Map<string, Route> }>();

/** The routes of what is neither page nor search index: the renderer's assets, and media of its documents. */
export function gatherFileRoutes(outlet: Outlet, press: Press, today: string): Map<string, Route> {
  const routes = new Map<string, Route>();
  const { renderer, live, current, objects, pictures } = outlet;
  let assets = assetsCache.get(objects);
  if (assets?.version !== renderer.version) {
    assets = { version: renderer.version, routes: storeAssets(renderer.assets, press) };
    assetsCache.set(objects, assets);
  }
  for (const [path, route] of assets.routes) routes.set(path, route);
  for (const [name, { hash, mime, size }] of live.files(today, outlet.outlets.size > 1 ? isOf(outlet) : undefined)) {
    if (!hash) continue;
    const known = current?.routes.get(PATHS.media + name);
    const bytes = known && 'bytes' in known ? known.bytes : (objects.sizeOf(hash) ?? size);
    routes.set(PATHS.media + name, { hash, type: typeOfUpload(mime), bytes, status: 200, immutable: true });
    for (const variant of pictures.find(hash)?.variants ?? [])
      routes.set(variantPath(hash, variant), { hash: variant.hash, type: `image/${variant.format}`, bytes: variant.bytes, status: 200, immutable: true });
  }
  return routes;
}

/** Makes these the files of the release to come, beside its search index. */
export function exchangeFiles(changes: RouteChanges, files: ReadonlyMap<string, Route>): void {
  for (const [path, route] of files) changes.set(path, route);
  for (const path of changes.before.files.keys()) if (!files.has(path)) changes.delete(path);
}

/** Whether a document is of the site, or of no site in particular. */
function isOf({ live, site }: Outlet): (entry: AnyEntry) => boolean {
  return (entry) => [site, undefined].includes(siteOf(live.snapshot, entry));
}

/** Reads the assets again at the next publication: what is stored of them is damaged. */
export function forgetAssets({ objects }: Pick<Workshop, 'objects'>): void {
  assetsCache.delete(objects);
}
