import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ELDERLY_MARKER, MODE_MARKER, PATHS, rebaseLinks, type Route } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import { CommandError } from '../errors.ts';
import { findFileRules } from '../nginx/file-rules.ts';
import { buildHttpBlock, NOT_FOUND } from '../nginx/http-block.ts';
import { buildServerBlock } from '../nginx/server-block.ts';
import type { ObjectStore } from '../store/objects.ts';
import type { Release } from '../store/releases.ts';
import { openTree, type Tree } from '../store/tree.ts';

export interface ExportReport {
  release: string;
  written: number;
  unchanged: number;
  removed: number;
}

/** Says which release the tree holds, and that the folder is ours. */
const MARKER = '_routes/release';

/**
 * Writes a release as a tree of files for nginx, rsync or an object store: pages as `index.html` in their folder, with
 * their elderly twins, media and assets under their own names, each with its compressed siblings; redirects, withdrawn
 * addresses, types and headers as nginx's configuration in `_routes`.
 *
 * New files come first and each by rename; what is no longer part of the site goes last. A visitor in between finds
 * every page whole.
 *
 * @throws {CommandError} When the folder holds something that is not an earlier export.
 */
export async function exportTree(release: Release, objects: ObjectStore, target: string): Promise<ExportReport> {
  const folder = resolve(target);
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, MARKER))) {
    throw new CommandError(`${folder} 不是空的，也不是以前导出的网站，为防误删没有写入`);
  }
  const tree = openTree(folder);
  const breathe = createBreather();

  // Assets and media before the pages that name them.
  for (const [path, route] of [...release.routes].sort(([a], [b]) => Number(isPage(a)) - Number(isPage(b)))) {
    if (route.status === 301) continue;
    writeObject(tree, objects, path, route);
    await breathe();
  }
  writeNotFound(tree, objects, release.routes);
  tree.write('_redirects', Buffer.from(listRedirects(release.routes)));
  tree.write('_headers', Buffer.from(listHeaders()));
  const rules = findFileRules(release.routes);
  tree.write('_routes/http.conf', Buffer.from(buildHttpBlock(release.routes, rules, release.site?.sisters)));
  tree.write('_routes/server.conf', Buffer.from(buildServerBlock(rules)));
  tree.write(MARKER, Buffer.from(release.id));
  return { release: release.id, ...tree.finish() };
}

function isPage(path: string): boolean {
  return path.endsWith('/');
}

function fileName(path: string): string {
  return isPage(path) ? `${path.slice(1)}index.html` : path.slice(1);
}

function writeObject(tree: Tree, objects: ObjectStore, path: string, { hash, type }: Extract<Route, { hash: string }>): void {
  const name = fileName(path);
  const bytes = objects.read(hash);
  tree.write(name, bytes);
  for (const suffix of ['.br', '.gz'] as const) {
    const sibling = objects.readSibling(hash, suffix);
    if (sibling) tree.write(name + suffix, sibling);
  }
  if (type.startsWith('text/html')) tree.writeCompressed(`${PATHS.elderly.slice(1)}${name}`, Buffer.from(toElderly(bytes.toString('utf8'))));
}

/** The page for what is not there is shown at any address: its links must hold at all of them. */
function writeNotFound(tree: Tree, objects: ObjectStore, routes: ReadonlyMap<string, Route>): void {
  const route = routes.get(PATHS.notFound);
  if (!route || route.status === 301) return;
  const html = objects.read(route.hash).toString('utf8');
  const standard = Buffer.from(rebaseLinks(html, PATHS.notFound, { elderly: false, traditional: false }));
  tree.writeCompressed(NOT_FOUND.standard, standard);
  // Under this name static hosts look for it.
  tree.writeCompressed('404.html', standard);
  tree.writeCompressed(NOT_FOUND.elderly, Buffer.from(rebaseLinks(toElderly(html), PATHS.notFound, { elderly: true, traditional: false })));
}

/** One line for each moved address, as static hosts read them. */
function listRedirects(routes: ReadonlyMap<string, Route>): string {
  return [...routes].flatMap(([path, route]) => (route.status === 301 ? [`${path} ${route.location} 301\n`] : [])).join('');
}

/** What pages of sister sites may read, as static hosts read it. */
function listHeaders(): string {
  return [`${PATHS.searchIndex}*`, PATHS.searchWords].map((path) => `${path}\n  Access-Control-Allow-Origin: *\n`).join('');
}

function toElderly(html: string): string {
  return html.replace(MODE_MARKER, ELDERLY_MARKER);
}
