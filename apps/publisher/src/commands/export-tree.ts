import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

import { ELDERLY_MARKER, MODE_MARKER, PATHS, type Route } from '@mingchuang/content';

import { createBreather } from '../breathe.ts';
import { CommandError } from '../errors.ts';
import { listFiles } from '../store/assets.ts';
import type { ObjectStore } from '../store/objects.ts';
import type { Release } from '../store/releases.ts';

export interface ExportReport {
  release: string;
  written: number;
  unchanged: number;
  removed: number;
}

/** Lists of addresses that a tree of files cannot express; nginx reads them with `map`. */
const MAPS = { redirects: '_routes/redirects.map', gone: '_routes/gone.map' } as const;

/**
 * Writes a release as a tree of files for nginx, rsync or an object store: pages as `index.html` in their folder, with
 * their elderly twins, media and assets under their own names, redirects and withdrawn addresses as nginx maps.
 *
 * New files come first and each by rename; what is no longer part of the site goes last. A visitor in between finds
 * every page whole.
 *
 * @throws {CommandError} When the folder holds something that is not an earlier export.
 */
export async function exportTree(release: Release, objects: ObjectStore, target: string): Promise<ExportReport> {
  const folder = resolve(target);
  const marker = join(folder, '_routes', 'release');
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(marker)) {
    throw new CommandError(`${folder} 不是空的，也不是以前导出的网站，为防误删没有写入`);
  }
  const report: ExportReport = { release: release.id, written: 0, unchanged: 0, removed: 0 };
  const breathe = createBreather();
  const wanted = new Set<string>(['_routes/release']);
  const write = (name: string, bytes: Uint8Array) => {
    wanted.add(name);
    if (writeIfOther(folder, name, bytes)) report.written++;
    else report.unchanged++;
  };

  // Assets and media before the pages that name them.
  for (const [path, route] of [...release.routes].sort(([a], [b]) => Number(isPage(a)) - Number(isPage(b)))) {
    if (route.status === 301) continue;
    const name = fileName(path);
    const bytes = objects.read(route.hash);
    write(name, bytes);
    if (route.type.startsWith('text/html')) {
      write(`${PATHS.elderly.slice(1)}${name}`, Buffer.from(bytes.toString('utf8').replace(MODE_MARKER, ELDERLY_MARKER)));
    }
    await breathe();
  }
  for (const [name, content] of Object.entries(buildMaps(release.routes))) write(name, Buffer.from(content));
  writeIfOther(folder, '_routes/release', Buffer.from(release.id));

  for (const name of listFiles(folder)) {
    if (wanted.has(name)) continue;
    rmSync(join(folder, name));
    report.removed++;
    removeEmptyFolders(folder, dirname(name));
  }
  return report;
}

function isPage(path: string): boolean {
  return path.endsWith('/');
}

function fileName(path: string): string {
  const name = isPage(path) ? `${path.slice(1)}index.html` : path.slice(1);
  if (name.split('/').includes('..')) throw new CommandError(`网址 ${path} 不能写成文件`);
  return name;
}

function buildMaps(routes: ReadonlyMap<string, Route>): Record<string, string> {
  const lines = { redirects: '', gone: '' };
  for (const [path, route] of routes) {
    if (route.status === 301) lines.redirects += `"${path}" "${route.location}";\n`;
    else if (route.status === 410) lines.gone += `"${path}" 1;\n`;
  }
  return { [MAPS.redirects]: lines.redirects, [MAPS.gone]: lines.gone };
}

/** Copied, not linked: whoever edits an exported file must not edit the object. */
function writeIfOther(folder: string, name: string, bytes: Uint8Array): boolean {
  const file = join(folder, name);
  if (!file.startsWith(folder + sep)) throw new CommandError(`网址 ${name} 不能写成文件`);
  if (statSync(file, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(file).equals(bytes)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return true;
}

function removeEmptyFolders(root: string, name: string): void {
  for (let at = name; at !== '.' && readdirSync(join(root, at)).length === 0; at = dirname(at)) rmdirSync(join(root, at));
}
