import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { PATHS, type Page, type Route, type SearchDocument } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';
import type { SearchIndex } from '@mingchuang/search';

import { explainError } from '../errors.ts';
import { routeDigest } from './plan.ts';
import type { IndexedPages } from '../store/indexed-pages.ts';
import type { ServerIndex } from '../store/server-index.ts';
import { typeOfFile } from '../store/media-type.ts';
import type { Press } from '../store/press.ts';
import { fileRoutesOf } from '../store/route-changes.ts';

/** More changes than this at once, and more than a quarter of all, are indexed from scratch: it costs no more. */
const MANY = 400;

/** The pages that can be found, as they are live. */
export interface Searchable {
  pages: () => readonly Page[];
  /** Stands for the renderer that drew them. */
  version: string;
  /** Pages whose last good version stays: so does what the index holds of them. */
  blocked: ReadonlySet<string>;
}

export interface IndexParts {
  index: SearchIndex;
  indexed: IndexedPages;
  /** What the server's engine reads, where there is one. */
  server?: ServerIndex | undefined;
  warn: (message: string) => void;
}

/**
 * Brings the search index up to the pages that are live.
 *
 * A page is read again only when its digest changed, and indexed again only when its own text did: a new footer draws
 * every page and indexes none. Killed between index and record, the next run does the same update once more.
 *
 * @returns whether the index should be compacted when there is time.
 */
export async function indexSearch({ pages: findPages, blocked, version }: Searchable, { index, indexed, server, warn }: IndexParts): Promise<boolean> {
  const pages = findPages();
  if (index.isEmpty()) indexed.clear();
  const known = indexed.all();
  const breathe = createBreather();
  const changed: SearchDocument[] = [];
  const records: { path: string; page: string; document: string }[] = [];

  const paths = new Set<string>();
  for (const page of pages) {
    const { path } = page;
    const digest = routeDigest(version, page);
    paths.add(path);
    const before = known.get(path);
    if (before?.page === digest || blocked.has(path)) continue;
    const document = readDocument(page, warn);
    if (!document) continue;
    const documentDigest = digestOf(document);
    records.push({ path, page: digest, document: documentDigest });
    if (before?.document !== documentDigest) changed.push(document);
    await breathe();
  }
  const removed = [...known.keys()].filter((path) => !paths.has(path) && !blocked.has(path));

  let compactionDue = false;
  const isMuch = changed.length > 0 && (known.size === 0 || (changed.length > MANY && changed.length > pages.length / 4));
  const isSome = changed.length > 0 || removed.length > 0;
  if (isMuch) await index.build(allDocuments(pages, warn));
  else if (isSome) ({ compactionDue } = await index.update({ changed, removed }));
  // Before it is recorded: what the database does not take is indexed again.
  if (server && (isMuch || !(await server.isInStep()))) await server.build(allDocuments(pages, warn));
  else if (isSome) await server?.update({ changed, removed });
  indexed.change(records, removed);
  return compactionDue;
}

/** Stores the index's files and answers their routes. Those already released under the same name are not read again. */
export async function storeSearchFiles(
  index: SearchIndex,
  current: ReadonlyMap<string, Route>,
  press: Press,
): Promise<Map<string, Route>> {
  const breathe = createBreather();
  const routes = new Map<string, Route>();
  for (const { path, file, immutable } of index.files()) {
    const released = current.get(path);
    if (immutable && released) {
      routes.set(path, released);
      continue;
    }
    const type = typeOfFile(file);
    const { hash, bytes } = press.store(readFileSync(file), type);
    routes.set(path, { hash, bytes, type, status: 200, ...(immutable && { immutable }) });
    await press.room();
    await breathe();
  }
  return routes;
}

/** Routes of the search index within those of a release. */
export function searchRoutesOf(routes: ReadonlyMap<string, Route>): Map<string, Route> {
  const found = new Map<string, Route>();
  for (const [path, route] of fileRoutesOf(routes)) if (path.startsWith(PATHS.searchIndex)) found.set(path, route);
  return found;
}

async function* allDocuments(pages: readonly Page[], warn: (message: string) => void): AsyncGenerator<SearchDocument> {
  const breathe = createBreather();
  for (const page of pages) {
    const document = readDocument(page, warn);
    if (document) yield document;
    await breathe();
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
