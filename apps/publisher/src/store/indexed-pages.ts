import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

export interface IndexedPage {
  /** Digest of the page when it was read for the index. */
  page: string;
  /** Digest of what the index holds of it. */
  document: string;
}

/** What the search index holds. It lies in the index's own folder, so that deleting that folder forgets both. */
export interface IndexedPages {
  all(): Map<string, IndexedPage>;
  /** What it holds of some addresses. */
  find(paths: Iterable<string>): Map<string, IndexedPage>;
  count(): number;
  change(put: Iterable<{ path: string } & IndexedPage>, removed: Iterable<string>): void;
  /** Forgets everything else. */
  replace(put: Iterable<{ path: string } & IndexedPage>): void;
  clear(): void;
  close(): void;
}

/** Opens the record of indexed pages. */
export function openIndexedPages(folder: string): IndexedPages {
  mkdirSync(folder, { recursive: true });
  const database = new Database(join(folder, 'indexed.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec('CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, page TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID');
  const read = database.prepare('SELECT path, page, document FROM pages');
  const readOne = database.prepare('SELECT page, document FROM pages WHERE path = ?');
  const count = database.prepare('SELECT count(*) FROM pages').pluck();
  const put = database.prepare('INSERT OR REPLACE INTO pages VALUES (?, ?, ?)');
  const forget = database.prepare('DELETE FROM pages');
  const remove = database.prepare('DELETE FROM pages WHERE path = ?');
  return {
    find(paths) {
      const found = new Map<string, IndexedPage>();
      for (const path of paths) {
        const row = readOne.get(path) as IndexedPage | undefined;
        if (row) found.set(path, row);
      }
      return found;
    },
    count: () => count.get() as number,
    all: () => new Map((read.all() as ({ path: string } & IndexedPage)[]).map(({ path, ...rest }) => [path, rest])),
    change: database.transaction((changed: Iterable<{ path: string } & IndexedPage>, removed: Iterable<string>) => {
      for (const { path, page, document } of changed) put.run(path, page, document);
      for (const path of removed) remove.run(path);
    }),
    replace: database.transaction((all: Iterable<{ path: string } & IndexedPage>) => {
      forget.run();
      for (const { path, page, document } of all) put.run(path, page, document);
    }),
    clear: () => void forget.run(),
    close: () => void database.close(),
  };
}
