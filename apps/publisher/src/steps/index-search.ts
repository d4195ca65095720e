import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { Page, PageGroup, RedirectPage, Route, SearchDocument } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';
import type { SearchIndex } from '@mingchuang/search';

import { explainError } from '../errors.ts';
import { routeDigest, type PlacedGroups } from './plan.ts';
import type { IndexedPage, IndexedPages } from '../store/indexed-pages.ts';
import type { ServerIndex } from '../store/server-index.ts';
import { typeOfFile } from '../store/media-type.ts';
import type { Press } from '../store/press.ts';
import type { RouteChanges } from '../store/route-changes.ts';
import type { Routes } from '../store/routes.ts';

/** More changes than this at once, and more than a quarter of all, are indexed from scratch: it costs no more. */
const MANY = 400;

/** The pages that can be found, as they are live. */
export interface Searchable {
  /** As they were placed: a group that stands is the same object. */
  placed: PlacedGroups;
  isFound: (page: Page | RedirectPage) => page is Page;
  /** Stands for the renderer that drew them. */
  version: string;
  /** Pages whose last good version stays: so does what the index holds of them. */
  blocked: ReadonlySet<string>;
}

export interface IndexParts {
  index: SearchIndex;
  indexed: IndexedPages;
  /** What the index was last brought up to; absent until it has been brought up once. */
  standing?: Standing | undefined;
  /** What the server's engine reads, where there is one. */
  server?: ServerIndex | undefined;
}

interface Standing {
  placed: PlacedGroups;
  /** Groups that are looked at again in any case: the index may not hold a page of theirs as it is. */
  unsettled: ReadonlySet<PageGroup>;
  version: string;
}

/**
 * Brings the search index up to the pages that are live.
 *
 * Groups of pages that stand are not looked into. A page is read again only when its digest changed, and indexed again only
 * when its own text did: a new footer draws every page and indexes none. Killed between index and record, the next run does
 * the same update once more.
 *
 * @param parts Its `standing` becomes what the index holds then.
 * @returns whether the index should be compacted when there is time.
 */
export async function indexSearch(searchable: Searchable, parts: IndexParts, warn: (message: string) => void): Promise<boolean> {
  const { placed, version } = searchable;
  const { index, indexed } = parts;
  if (index.isEmpty()) indexed.clear();
  const count = indexed.count();
  const standing = parts.standing?.version === version ? parts.standing : undefined;
  parts.standing = undefined;

  const look = () => (standing ? lookAtDifference(searchable, indexed, standing) : lookAtAll(searchable, indexed));
  const difference = count > 0 ? await readDifference(searchable, look(), Math.max(MANY, count / 4), warn) : undefined;
  const { missed, compactionDue } = difference ? await takeIn(difference, parts, () => readAll(searchable, (page) => readDocument(page, warn))) : await buildAnew(searchable, parts, warn);
  parts.standing = { placed, unsettled: groupsWith(missed, placed), version };
  return compactionDue;
}

/** What an index lacks. */
interface Difference {
  changed: SearchDocument[];
  removed: string[];
  records: IndexRecord[];
  /** Pages the index does not hold as they are. */
  missed: ReadonlySet<string>;
}
type IndexRecord = { path: string } & IndexedPage;

interface Outcome {
  missed: ReadonlySet<string>;
  compactionDue: boolean;
}

/** @returns nothing when more documents changed than are worth an update: they are not all held in memory. */
async function readDifference({ version, blocked }: Searchable, { pages, known, leaving }: Look, most: number, warn: (message: string) => void): Promise<Difference | undefined> {
  const breathe = createBreather();
  const changed: SearchDocument[] = [];
  const records: IndexRecord[] = [];
  const missed = new Set(blocked);
  for (const page of pages) {
    const { path } = page;
    const digest = routeDigest(version, page);
    const before = known.get(path);
    if (before?.page === digest) continue;
    const document = blocked.has(path) ? undefined : readDocument(page, warn);
    if (!document) {
      missed.add(path);
      continue;
    }
    const documentDigest = digestOf(document);
    records.push({ path, page: digest, document: documentDigest });
    if (before?.document !== documentDigest) changed.push(document);
    if (changed.length > most) return undefined;
    await breathe();
  }
  const paths = new Set(pages.map(({ path }) => path));
  return { changed, removed: leaving.filter((path) => !paths.has(path) && !blocked.has(path)), records, missed };
}

async function takeIn({ changed, removed, records, missed }: Difference, { index, indexed, server }: IndexParts, all: () => AsyncIterable<SearchDocument>): Promise<Outcome> {
  const isSome = changed.length > 0 || removed.length > 0;
  const { compactionDue } = isSome ? await index.update({ changed, removed }) : { compactionDue: false };
  // Before it is recorded: what the database does not take is indexed again.
  if (server && !(await server.isInStep())) await server.build(all());
  else if (isSome) await server?.update({ changed, removed });
  indexed.change(records, removed);
  return { missed, compactionDue };
}

async function buildAnew(searchable: Searchable, { index, indexed, server }: IndexParts, warn: (message: string) => void): Promise<Outcome> {
  const { version, blocked } = searchable;
  const records: IndexRecord[] = [];
  const missed = new Set(blocked);
  const readAndNote = (page: Page) => {
    const document = readDocument(page, warn);
    // The index holds a blocked page as it will be: it is looked at again.
    if (document) records.push({ path: page.path, page: blocked.has(page.path) ? '' : routeDigest(version, page), document: digestOf(document) });
    else missed.add(page.path);
    return document;
  };
  await index.build(readAll(searchable, readAndNote));
  await server?.build(readAll(searchable, (page) => readDocument(page, warn)));
  indexed.replace(records);
  return { missed, compactionDue: false };
}

/** What is to be looked at: pages, what the index holds of them, and addresses it holds that may belong to no page any more. */
interface Look {
  pages: readonly Page[];
  known: ReadonlyMap<string, IndexedPage>;
  leaving: readonly string[];
}

function lookAtAll({ placed, isFound }: Searchable, indexed: IndexedPages): Look {
  const known = indexed.all();
  return { pages: [...placed.values()].flatMap((group) => group.filter(isFound)), known, leaving: [...known.keys()] };
}

function lookAtDifference({ placed, isFound }: Searchable, indexed: IndexedPages, { placed: before, unsettled }: Standing): Look {
  const stands = (group: PageGroup) => before.get(group) === placed.get(group) && !unsettled.has(group);
  const pages = [...placed].flatMap(([group, own]) => (stands(group) ? [] : own.filter(isFound)));
  const shown = [...before].flatMap(([group, own]) => (stands(group) ? [] : own.map(({ path }) => path)));
  const known = indexed.find([...shown, ...pages.map(({ path }) => path)]);
  return { pages, known, leaving: shown.filter((path) => known.has(path)) };
}

function groupsWith(paths: ReadonlySet<string>, placed: PlacedGroups): ReadonlySet<PageGroup> {
  if (paths.size === 0) return new Set();
  return new Set([...placed].flatMap(([group, own]) => (own.some(({ path }) => paths.has(path)) ? [group] : [])));
}

/**
 * Stores the index's files and answers their routes by folder. A folder is named by its content: one that is released is not
 * looked into again.
 */
export async function storeSearchFiles(index: SearchIndex, released: Routes, press: Press): Promise<Routes['search']> {
  const breathe = createBreather();
  const folders = new Map<string, ReadonlyMap<string, Route>>();
  for (const { name, files } of index.folders()) {
    const known = name ? released.search.get(name) : undefined;
    const routes = new Map<string, Route>();
    for (const { path, file, immutable } of known ? [] : files) {
      const type = typeOfFile(file);
      const { hash, bytes } = press.store(readFileSync(file), type);
      routes.set(path, { hash, bytes, type, status: 200, ...(immutable && { immutable }) });
      await press.room();
      await breathe();
    }
    folders.set(name, known ?? routes);
  }
  return folders;
}

/** Makes these the folders of the index in the release to come. */
export function exchangeSearchFiles(changes: RouteChanges, folders: Routes['search']): void {
  for (const [name, released] of changes.before.search) {
    if (folders.get(name) === released) continue;
    for (const path of released.keys()) if (!folders.get(name)?.has(path)) changes.delete(path);
  }
  for (const [name, routes] of folders) if (changes.before.search.get(name) !== routes) for (const [path, route] of routes) changes.set(path, route);
}

async function* readAll({ placed, isFound }: Searchable, read: (page: Page) => SearchDocument | undefined): AsyncGenerator<SearchDocument> {
  const breathe = createBreather();
  for (const group of placed.values()) {
    for (const page of group.filter(isFound)) {
      const document = read(page);
      if (document) yield document;
      await breathe();
    }
  }
}

/** The snapshot may have moved on since the page was planned; a page that is gone meanwhile is taken out next time. */
function readDocument(page: Page, warn: (message: string) => void): SearchDocument | undefined {
  try {
    return page.search?.();
  } catch (error) {
    warn(`页面 ${page.path} 没能放进搜索：${explainError(error)}`);
    return undefined;
  }
}

function digestOf(document: SearchDocument): string {
  return hash('sha1', JSON.stringify(document), 'base64url');
}
