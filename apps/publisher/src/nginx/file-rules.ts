import { extname } from 'node:path';

import { PATHS, type Route } from '@mingchuang/content';

type FileRoute = Extract<Route, { hash: string }>;

/** How the files of a release are served, in few rules: what most have in common, and whatever differs by address. */
export interface FileRules {
  /** Type by extension without its dot. */
  types: Map<string, string>;
  /** Files served with another type than their extension has, by address. */
  otherTypes: Map<string, string>;
  /** Folders whose files never change under their address. */
  lastingFolders: string[];
  /** Files that keep to another rule than their folder, by address: whether they last. */
  otherLasting: Map<string, boolean>;
}

/** Folders of files; elsewhere they lie between pages. */
const FOLDERS = ['/_astro/', PATHS.media, PATHS.searchIndex];

/** Finds the rules for a release. Pages are not files: they are served as what they are, and revalidated. */
export function findFileRules(routes: ReadonlyMap<string, Route>): FileRules {
  const files = [...routes].filter((entry): entry is [string, FileRoute] => entry[1].status !== 301 && !entry[0].endsWith('/'));
  const types = commonest(files, ([path]) => extensionOf(path), ([, { type }]) => type);
  types.delete('');
  const lasting = commonest(files, ([path]) => folderOf(path), ([, { immutable }]) => immutable === true);
  const isLasting = (path: string) => lasting.get(folderOf(path)) === true;
  return {
    types,
    otherTypes: new Map(files.filter(([path, { type }]) => types.get(extensionOf(path)) !== type).map(([path, { type }]) => [path, type])),
    lastingFolders: [...lasting].filter(([folder, lasts]) => lasts && folder !== '/').map(([folder]) => folder).sort(),
    otherLasting: new Map(
      files.filter(([path, { immutable = false }]) => (isLasting(path) && folderOf(path) !== '/') !== immutable).map(([path, { immutable = false }]) => [path, immutable]),
    ),
  };
}

/** By key the value that most have; the first of those that are equally common. */
function commonest<T, V>(list: readonly T[], keyOf: (one: T) => string, valueOf: (one: T) => V): Map<string, V> {
  const counts = new Map<string, Map<V, number>>();
  for (const one of list) {
    const values = counts.get(keyOf(one)) ?? new Map<V, number>();
    values.set(valueOf(one), (values.get(valueOf(one)) ?? 0) + 1);
    counts.set(keyOf(one), values);
  }
  return new Map([...counts].map(([key, values]) => [key, [...values].reduce((best, other) => (other[1] > best[1] ? other : best))[0]]));
}

/** nginx reads extensions in lower case. */
function extensionOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

function folderOf(path: string): string {
  return FOLDERS.find((folder) => path.startsWith(folder)) ?? '/';
}
