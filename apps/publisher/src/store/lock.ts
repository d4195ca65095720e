import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { z } from 'zod';

import { writeDurably } from './durable.ts';

/** How to talk to the service that holds the data folder. Readable by its owner only: the token lets one command it. */
const contact = z.object({ pid: z.number().int(), url: z.string(), token: z.string() });
export type ServiceContact = z.infer<typeof contact>;

export interface DataLock {
  /** Tells other processes of this machine where the holder listens. */
  announce(contact: ServiceContact): void;
  release(): void;
}

/**
 * Takes the data folder for this process, or answers `undefined` when another process has it.
 *
 * An open exclusive SQLite transaction is a lock of the operating system: it ends with its process however that dies,
 * so there is no stale lock to judge and no process id to trust.
 */
export function lockDataFolder(dataDir: string): DataLock | undefined {
  mkdirSync(dataDir, { recursive: true });
  const database = new Database(join(dataDir, 'publisher.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  const file = join(dataDir, 'publisher.json');
  rmSync(file, { force: true });
  return {
    announce: (value) => writeDurably(file, JSON.stringify(value), 0o600),
    release() {
      rmSync(file, { force: true });
      database.close();
    },
  };
}

/** Where the running service listens; `undefined` when none has announced itself. */
export function readContact(dataDir: string): ServiceContact | undefined {
  try {
    return contact.parse(JSON.parse(readFileSync(join(dataDir, 'publisher.json'), 'utf8')));
  } catch {
    return undefined;
  }
}
