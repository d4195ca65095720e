import { PATHS, type Route } from '@mingchuang/content';

import { PartedMap } from './parted-map.ts';

/**
 * The addresses of a release. They never change: others are made of them by what differs, at the cost of that.
 *
 * Three kinds lie apart, because a publication exchanges each in its own way: pages and redirects; media and assets; and
 * the search index by folder, each of which comes and goes as a whole.
 */
export class Routes implements ReadonlyMap<string, Route> {
  static readonly none = new Routes(PartedMap.empty(), PartedMap.empty(), new Map());

  readonly pages: PartedMap<Route>;
  readonly files: PartedMap<Route>;
  /** By the folder of the index they lie in; those beside the folders by the empty string. */
  readonly search: ReadonlyMap<string, ReadonlyMap<string, Route>>;
  readonly size: number;

  private constructor(pages: PartedMap<Route>, files: PartedMap<Route>, search: ReadonlyMap<string, ReadonlyMap<string, Route>>) {
    this.pages = pages;
    this.files = files;
    this.search = search;
    this.size = pages.size + files.size + [...search.values()].reduce((sum, folder) => sum + folder.size, 0);
  }

  static of(routes: ReadonlyMap<string, Route>): Routes {
    return Routes.none.with(routes, new Set());
  }

  /** These routes with others for some addresses, and without some. */
  with(changed: ReadonlyMap<string, Route>, removed: ReadonlySet<string>): Routes {
    const others = [...changed].filter(([path]) => !isSearchPath(path));
    const pages = others.filter(([, route]) => isPageRoute(route));
    const files = others.filter(([, route]) => !isPageRoute(route));
    const gone = [...removed].filter((path) => !isSearchPath(path));
    const keysOf = (entries: readonly [string, Route][]) => entries.map(([path]) => path);
    return new Routes(
      this.pages.with(pages, [...gone, ...keysOf(files)]),
      this.files.with(files, [...gone, ...keysOf(pages)]),
      exchangeFolders(this.search, changed, removed),
    );
  }

  get(path: string): Route | undefined {
    if (isSearchPath(path)) return this.search.get(folderOf(path))?.get(path);
    return this.pages.get(path) ?? this.files.get(path);
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  forEach(tell: (route: Route, path: string, routes: ReadonlyMap<string, Route>) => void): void {
    for (const [path, route] of this) tell(route, path, this);
  }

  *entries(): MapIterator<[string, Route]> {
    yield* this.pages;
    yield* this.files;
    for (const folder of this.search.values()) yield* folder;
  }

  *keys(): MapIterator<string> {
    for (const [path] of this) yield path;
  }

  *values(): MapIterator<Route> {
    for (const [, route] of this) yield route;
  }

  [Symbol.iterator](): MapIterator<[string, Route]> {
    return this.entries();
  }
}

/** Folders without changes stay the same objects. */
function exchangeFolders(search: Routes['search'], changed: ReadonlyMap<string, Route>, removed: ReadonlySet<string>): Routes['search'] {
  const folders = new Map(search);
  const own = new Map<string, Map<string, Route>>();
  const folderWith = (path: string): Map<string, Route> => {
    const name = folderOf(path);
    const folder = own.get(name) ?? new Map(folders.get(name));
    own.set(name, folder);
    return folder;
  };
  for (const path of removed) if (isSearchPath(path)) folderWith(path).delete(path);
  for (const [path, route] of changed) if (isSearchPath(path)) folderWith(path).set(path, route);
  for (const [name, folder] of own) {
    if (folder.size) folders.set(name, folder);
    else folders.delete(name);
  }
  return own.size ? folders : search;
}

const isSearchPath = (path: string): boolean => path.startsWith(PATHS.searchIndex);
const folderOf = (path: string): string => path.slice(PATHS.searchIndex.length, Math.max(PATHS.searchIndex.length, path.indexOf('/', PATHS.searchIndex.length)));

/** True for the route of a page or redirect; media, assets and search files have no digest. */
export function isPageRoute(route: Route | undefined): boolean {
  return route !== undefined && (route.status === 301 || route.digest !== undefined);
}
