// The files of a built site.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Says that a target is ours to delete from, and how many pages it had. */
export const MARKER = '.mingchuang-site';

/** Names of all files below a folder, with forward slashes, in a stable order. */
export function listSite(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/** Files before the pages that name them. */
export const inOrder = (names) => [...names].sort((a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')) || (a < b ? -1 : 1));
