import { randomUUID } from 'node:crypto';

import Database from 'better-sqlite3';
import { z } from 'zod';

import { acknowledgement, type Acknowledgement } from '@mingchuang/content';

/** Why a run began. */
export type Cause = 'start' | 'nudge' | 'webhook' | 'timer' | 'clock' | 'command' | 'repair' | 'pictures';

const report = z.object({
  type: z.string().optional(),
  documentId: z.string().optional(),
  locale: z.string().optional(),
  path: z.string().optional(),
  reason: z.string(),
});
/** Something an editor or operator should know: a document or page that is not live as it should be. */
export type Report = z.infer<typeof report>;

const run = z.object({
  startedAt: z.string(),
  cause: z.string(),
  outcome: z.enum(['released', 'unchanged', 'failed']),
  /** Seconds each step took. */
  seconds: z.record(z.string(), z.number()),
  drawn: z.number().default(0),
  kept: z.number().default(0),
  removed: z.number().default(0),
  /** Bytes of the objects this run wrote, before compression. */
  bytes: z.number().default(0),
  release: z.string().optional(),
  liveAt: z.string().optional(),
  /** The release that brought the search index, a moment later. */
  searchRelease: z.string().optional(),
  searchSeconds: z.number().optional(),
  /** Documents and pages whose last good version stays. */
  blocked: z.array(report).default([]),
  warnings: z.array(report).default([]),
  error: z.string().optional(),
});
/** One publication as the ledger remembers it. */
export type Run = z.infer<typeof run>;

/** The publisher's memory of what it did and still has to do; losing it loses no content. */
export interface Ledger {
  record(run: Run): number;
  amend(id: number, change: Partial<Run>): void;
  /** Newest first. */
  runs(limit: number): (Run & { id: number })[];
  /** Names this publisher for as long as it has its ledger. */
  identity(): string;
  /** Objects released with quick compression that wait for the best. */
  addUpgrades(hashes: Iterable<string>): void;
  upgrades(limit: number): string[];
  countUpgrades(): number;
  removeUpgrade(hash: string): void;
  /** The acknowledgement the CMS has not taken yet. */
  pending(): Acknowledgement | undefined;
  setPending(value: Acknowledgement | undefined): void;
  /** Since when (milliseconds) an asset is no longer part of the site. */
  leaving(): Map<string, number>;
  setLeaving(paths: ReadonlyMap<string, number>): void;
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS upgrades (hash TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;
/** A city publishes a few hundred times a day: this is about a year. */
const KEPT_RUNS = 100_000;

/** Opens the ledger, making it when it is not there. */
export function openLedger(file: string): Ledger {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // A power failure may take the last lines; nobody waits for a disk to write a ledger.
  database.pragma('synchronous = NORMAL');
  database.exec(SCHEMA);
  const insertRun = database.prepare('INSERT INTO runs (run) VALUES (?)');
  const forgetRuns = database.prepare('DELETE FROM runs WHERE id <= ?');
  const readRun = database.prepare('SELECT run FROM runs WHERE id = ?').pluck();
  const updateRun = database.prepare('UPDATE runs SET run = ? WHERE id = ?');
  const lastRuns = database.prepare('SELECT id, run FROM runs ORDER BY id DESC LIMIT ?');
  const insertUpgrade = database.prepare('INSERT OR IGNORE INTO upgrades VALUES (?)');
  const someUpgrades = database.prepare('SELECT hash FROM upgrades LIMIT ?').pluck();
  const countedUpgrades = database.prepare('SELECT count(*) FROM upgrades').pluck();
  const deleteUpgrade = database.prepare('DELETE FROM upgrades WHERE hash = ?');
  const readNote = database.prepare('SELECT value FROM notes WHERE name = ?').pluck();
  const writeNote = database.prepare('INSERT OR REPLACE INTO notes VALUES (?, ?)');
  const writeFirst = database.prepare('INSERT OR IGNORE INTO notes VALUES (?, ?)');
  const deleteNote = database.prepare('DELETE FROM notes WHERE name = ?');

  return {
    record(value) {
      const id = Number(insertRun.run(JSON.stringify(value)).lastInsertRowid);
      forgetRuns.run(id - KEPT_RUNS);
      return id;
    },
    amend(id, change) {
      const stored = readRun.get(id) as string | undefined;
      if (stored) updateRun.run(JSON.stringify({ ...run.parse(JSON.parse(stored)), ...change }), id);
    },
    runs: (limit) =>
      (lastRuns.all(limit) as { id: number; run: string }[]).map((row) => ({ id: row.id, ...run.parse(JSON.parse(row.run)) })),
    identity() {
      writeFirst.run('identity', randomUUID());
      return String(readNote.get('identity'));
    },
    addUpgrades: database.transaction((hashes: Iterable<string>) => {
      for (const hash of hashes) insertUpgrade.run(hash);
    }),
    upgrades: (limit) => someUpgrades.all(limit) as string[],
    countUpgrades: () => countedUpgrades.get() as number,
    removeUpgrade: (hash) => void deleteUpgrade.run(hash),
    pending() {
      const stored = readNote.get('pending') as string | undefined;
      return stored === undefined ? undefined : acknowledgement.parse(JSON.parse(stored));
    },
    setPending(value) {
      if (value) writeNote.run('pending', JSON.stringify(value));
      else deleteNote.run('pending');
    },
    leaving() {
      const stored = readNote.get('leaving') as string | undefined;
      return new Map(stored === undefined ? [] : z.array(z.tuple([z.string(), z.number()])).parse(JSON.parse(stored)));
    },
    setLeaving(paths) {
      if (paths.size > 0) writeNote.run('leaving', JSON.stringify([...paths]));
      else deleteNote.run('leaving');
    },
    close: () => void database.close(),
  };
}
