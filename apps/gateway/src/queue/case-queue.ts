import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { caseFiling, type CaseFiling } from '@mingchuang/content';
import Database from 'better-sqlite3';

import { GatewayError } from '../errors.ts';
import { seal, unseal } from '../secrets/seal.ts';

/** A filing that waits, still sealed. */
export interface Waiting {
  number: string;
  sealed: Buffer;
}

/** Filings that the CMS has not taken yet. Sealed on disk, so that neither a thief nor a backup can read them. */
export interface CaseQueue {
  /**
   * Resolves once the filing survives a crash and a power failure. The same one twice is stored once.
   * @throws {GatewayError} When another letter waits under its number.
   */
  add(filing: CaseFiling): Promise<void>;
  /** The oldest that wait, first come first. */
  next(count: number): Waiting[];
  /** The filing behind a number, whether it waits or was set aside. */
  find(number: string): CaseFiling | undefined;
  /** Opens a waiting filing. Nothing when it was sealed with another key. */
  open(waiting: Waiting): CaseFiling | undefined;
  remove(number: string): void;
  /** Takes a filing out of the line that can never be forwarded, and keeps it for a person to look at. */
  setAside(number: string, reason: string): void;
  counts(): { waiting: number; aside: number };
  close(): void;
}

/** Opens the queue's own database file. */
export function openCaseQueue(file: string, key: Buffer): CaseQueue {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // Acknowledged means on disk: NORMAL could lose the last commits with the power.
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE IF NOT EXISTS waiting (
      place INTEGER PRIMARY KEY AUTOINCREMENT,
      number TEXT NOT NULL UNIQUE,
      sealed BLOB NOT NULL,
      aside TEXT
    ) STRICT`);
  const insert = database.prepare('INSERT INTO waiting (number, sealed) VALUES (?, ?) ON CONFLICT (number) DO NOTHING');
  const select = database.prepare<[number], Waiting>('SELECT number, sealed FROM waiting WHERE aside IS NULL ORDER BY place LIMIT ?');
  const selectOne = database.prepare<[string], Waiting>('SELECT number, sealed FROM waiting WHERE number = ?');
  const erase = database.prepare('DELETE FROM waiting WHERE number = ?');
  const markAside = database.prepare('UPDATE waiting SET aside = ? WHERE number = ?');
  const count = database.prepare<[], { waiting: number; aside: number }>(
    'SELECT count(*) FILTER (WHERE aside IS NULL) AS waiting, count(aside) AS aside FROM waiting',
  );
  const insertAll = database.transaction((filings: CaseFiling[]) => {
    for (const filing of filings) insert.run(filing.number, seal(key, JSON.stringify(filing), filing.number));
  });

  const open = ({ number, sealed }: Waiting) => {
    const text = unseal(key, sealed, number);
    return text === undefined ? undefined : caseFiling.parse(JSON.parse(text));
  };
  const find = (number: string) => {
    const row = selectOne.get(number);
    return row && open(row);
  };

  interface Pending {
    filing: CaseFiling;
    resolve: () => void;
    reject: (error: unknown) => void;
  }
  let pending: Pending[] = [];
  // One commit for all that arrived in the same turn: a disk makes a few hundred commits a second at best.
  const flush = () => {
    const batch = pending;
    pending = [];
    try {
      insertAll(batch.map(({ filing }) => filing));
      for (const { filing, resolve, reject } of batch)
        if (find(filing.number)?.code === filing.code) resolve();
        else reject(new GatewayError(`Another filing waits under the number ${filing.number}`));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return {
    add: (filing) =>
      new Promise((resolve, reject) => {
        if (pending.push({ filing, resolve, reject }) === 1) setImmediate(flush);
      }),
    next: (amount) => select.all(amount),
    find,
    open,
    remove: (number) => void erase.run(number),
    setAside: (number, reason) => void markAside.run(reason, number),
    counts: () => count.get()!,
    close() {
      if (pending.length > 0) flush();
      database.close();
    },
  };
}
