import { existsSync, renameSync } from 'node:fs';

import Database from 'better-sqlite3';

import { address, addressKey, entryKey, type Address, type FileRef } from '@mingchuang/content';

import type { EntryLine } from '../feed/prepare-entry.ts';

export interface Cursor {
  epoch: string;
  sequence: number;
  /** Of the change it read last, where the feed says one. */
  mark?: string;
}
/** An entry whose newest version cannot be published. */
export interface BlockedEntry {
  type: string;
  documentId: string;
  locale: string;
  reason: string;
}

/** What is published, on disk, as the feed gave it. One file of SQLite; it can be lost and is then fetched again. */
export interface SnapshotStore {
  cursor(): Cursor | undefined;
  entries(): IterableIterator<EntryLine>;
  entry(key: string): EntryLine | undefined;
  keys(): Set<string>;
  addresses(): Address[];
  blocked(): BlockedEntry[];
  /** Hash of a fetched file in this version. */
  hashOf(file: { id: string; version: string }): string | undefined;
  rememberFile(file: { id: string; version: string }, hash: string): void;
  forgetFiles(hashes: Iterable<string>): void;
  fileHashes(): Set<string>;
  /** Does all of `change` or, when it throws or the process dies, nothing. */
  write(change: (writer: SnapshotWriter) => void): void;
  close(): void;
}

export interface SnapshotWriter {
  putEntry(line: EntryLine): void;
  removeEntry(identity: { type: string; documentId: string; locale: string }): void;
  putAddress(value: Address): void;
  removeAddress(address: Pick<Address, 'path' | 'site'>): void;
  clearAddresses(): void;
  block(entry: BlockedEntry): void;
  unblock(identity: { type: string; documentId: string; locale: string }): void;
  setCursor(cursor: Cursor): void;
}

/** A file of another layout is set aside and a new one begun: the next pull then takes the full export. */
const LAYOUT = 1;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS addresses (path TEXT PRIMARY KEY, address TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS blocked (key TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS files (id TEXT, version TEXT, hash TEXT NOT NULL, PRIMARY KEY (id, version)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS cursor (only INTEGER PRIMARY KEY CHECK (only = 1), epoch TEXT NOT NULL, sequence INTEGER NOT NULL, mark TEXT);
  PRAGMA user_version = ${LAYOUT};
`;

/** Opens the snapshot. A damaged file is set aside under another name, never repaired: the feed is the truth. */
export function openSnapshotStore(file: string): SnapshotStore {
  if (existsSync(file) && !isSound(file)) {
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.broken${suffix}`);
  }
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // A power failure may take the last pulls, cursor and all: they are pulled again.
  database.pragma('synchronous = NORMAL');
  database.exec(SCHEMA);
  // Came later; a file without it is whole all the same.
  if (!(database.pragma('table_info(cursor)') as { name: string }[]).some(({ name }) => name === 'mark')) database.exec('ALTER TABLE cursor ADD COLUMN mark TEXT');
  return buildStore(database);
}

function isSound(file: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    const layout = database.pragma('user_version', { simple: true });
    return layout === LAYOUT && database.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

function buildStore(database: Database.Database): SnapshotStore {
  const readCursor = database.prepare('SELECT epoch, sequence, mark FROM cursor');
  const readEntries = database.prepare('SELECT line FROM entries ORDER BY key').pluck();
  const readEntry = database.prepare('SELECT line FROM entries WHERE key = ?').pluck();
  const readKeys = database.prepare('SELECT key FROM entries').pluck();
  const readAddresses = database.prepare('SELECT address FROM addresses ORDER BY path').pluck();
  const readBlocked = database.prepare('SELECT entry FROM blocked ORDER BY key').pluck();
  const readHash = database.prepare('SELECT hash FROM files WHERE id = ? AND version = ?').pluck();
  const writeHash = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?)');
  const deleteHash = database.prepare('DELETE FROM files WHERE hash = ?');
  const readHashes = database.prepare('SELECT hash FROM files').pluck();
  const writer = buildWriter(database);

  return {
    cursor() {
      const { mark, ...cursor } = (readCursor.get() ?? {}) as Cursor & { mark: string | null };
      return cursor.epoch === undefined ? undefined : { ...cursor, ...(mark !== null && { mark }) };
    },
    *entries() {
      for (const line of readEntries.iterate()) yield JSON.parse(line as string) as EntryLine;
    },
    entry(key) {
      const line = readEntry.get(key) as string | undefined;
      return line === undefined ? undefined : (JSON.parse(line) as EntryLine);
    },
    keys: () => new Set(readKeys.all() as string[]),
    addresses: () => (readAddresses.all() as string[]).map((text) => address.parse(JSON.parse(text))),
    blocked: () => (readBlocked.all() as string[]).map((text) => JSON.parse(text) as BlockedEntry),
    hashOf: ({ id, version }) => readHash.get(id, version) as string | undefined,
    rememberFile: ({ id, version }: Pick<FileRef, 'id' | 'version'>, hash) => void writeHash.run(id, version, hash),
    forgetFiles: database.transaction((hashes: Iterable<string>) => {
      for (const hash of hashes) deleteHash.run(hash);
    }),
    fileHashes: () => new Set(readHashes.all() as string[]),
    write: (change) => database.transaction(() => change(writer)).immediate(),
    close: () => void database.close(),
  };
}

function buildWriter(database: Database.Database): SnapshotWriter {
  const putEntry = database.prepare('INSERT OR REPLACE INTO entries VALUES (?, ?)');
  const removeEntry = database.prepare('DELETE FROM entries WHERE key = ?');
  const putAddress = database.prepare('INSERT OR REPLACE INTO addresses VALUES (?, ?)');
  const removeAddress = database.prepare('DELETE FROM addresses WHERE path = ?');
  const clearAddresses = database.prepare('DELETE FROM addresses');
  const block = database.prepare('INSERT OR REPLACE INTO blocked VALUES (?, ?)');
  const unblock = database.prepare('DELETE FROM blocked WHERE key = ?');
  const setCursor = database.prepare('INSERT OR REPLACE INTO cursor VALUES (1, ?, ?, ?)');

  return {
    putEntry: (line) => void putEntry.run(entryKey(line), JSON.stringify(line)),
    removeEntry: (identity) => void removeEntry.run(entryKey(identity)),
    putAddress: (value) => void putAddress.run(addressKey(value), JSON.stringify(value)),
    removeAddress: (value) => void removeAddress.run(addressKey(value)),
    clearAddresses: () => void clearAddresses.run(),
    block: (entry) => void block.run(entryKey(entry), JSON.stringify(entry)),
    unblock: (identity) => void unblock.run(entryKey(identity)),
    setCursor: ({ epoch, sequence, mark }) => void setCursor.run(epoch, sequence, mark ?? null),
  };
}
