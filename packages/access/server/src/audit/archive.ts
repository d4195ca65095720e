import { closeSync, createWriteStream, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { Core } from '@strapi/strapi';

import { archiveFolder, archiveName, listArchive } from './chain/archive-files.ts';
import { readHead, sealedText } from './chain/head.ts';
import type { AuditKeys } from './chain/keys.ts';
import { type AuditRow, readRow } from './chain/row.ts';
import { companionsOf, signFile } from './chain/signed-file.ts';
import { inOrderedTransaction } from './database.ts';
import type { AuditService } from './service.ts';

/** What archiving needs of the audit. */
interface Archiving {
  keys: AuditKeys;
  dataDir: string;
  service: Pick<AuditService, 'record'>;
}

const DAY = 24 * 60 * 60 * 1000;
/** 网络安全法第二十三条：网络日志留存不少于六个月；this platform keeps a year at hand and the rest in files. */
const KEPT_DAYS = 366;
/** Rows of one file. */
const MOST_ROWS = 50_000;

/**
 * Moves rows older than a year into signed files, as many files as it takes. The chain goes on: the head remembers the
 * last row that left. Answers how many rows went.
 */
export async function archiveOldRows(strapi: Core.Strapi, audit: Archiving, now: Date, mostRows = MOST_ROWS): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY).toISOString();
  // Archiving writes rows, too: they are not part of what it set out to move.
  const { sequence: end } = readHead(await strapi.db.connection('access_audit_head').first());
  let gone = 0;
  for (;;) {
    const rows = await loadOldest(strapi, { before, end, mostRows });
    if (rows.length === 0) return gone;
    const { file, digest } = await writeArchive(audit, rows);
    await removeRows(strapi, audit, rows, { file, digest });
    gone += rows.length;
  }
}

async function loadOldest(strapi: Core.Strapi, { before, end, mostRows }: { before: string; end: number; mostRows: number }): Promise<AuditRow[]> {
  const found = (await strapi.db.connection('access_audit').where('sequence', '<=', end).orderBy('sequence').limit(mostRows)) as Record<string, unknown>[];
  const rows = found.map(readRow);
  const young = rows.findIndex(({ at }) => at! >= before);
  return young === -1 ? rows : rows.slice(0, young);
}

async function writeArchive({ keys, dataDir }: Archiving, rows: readonly AuditRow[]): Promise<{ file: string; digest: string }> {
  const folder = archiveFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const first = rows[0]!.sequence;
  // Left over from an attempt that was cut off: its rows are still in the table.
  for (const old of listArchive(folder)) if (old.first >= first) for (const path of [old.path, ...Object.values(companionsOf(old.path))]) rmSync(path, { force: true });

  const file = join(folder, archiveName(first, rows.at(-1)!.sequence));
  const partial = `${file}.${process.pid}.partial`;
  await pipeline(Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`)), createGzip(), createWriteStream(partial, { mode: 0o600 }));
  toDisk(partial);
  renameSync(partial, file);
  const digest = await signFile(keys, file);
  for (const path of [...Object.values(companionsOf(file)), dirname(file)]) toDisk(path);
  return { file: archiveName(first, rows.at(-1)!.sequence), digest };
}

/** The rows leave the database only once the file would survive a power failure. */
function toDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

async function removeRows(strapi: Core.Strapi, { keys, service }: Archiving, rows: readonly AuditRow[], { file, digest }: { file: string; digest: string }): Promise<void> {
  const last = rows.at(-1)!;
  await inOrderedTransaction(strapi, async (sql) => {
    // Another process of this installation may have been faster.
    await sql('access_audit_head').update({ archived_through: last.sequence, archived_hash: last.hash }).where('archived_through', rows[0]!.sequence - 1);
    const head = readHead(await sql('access_audit_head').first());
    if (head.archivedThrough !== last.sequence) return;
    await sql('access_audit_head').update({ seal: keys.seal(sealedText(head)) });
    await sql('access_audit').where('sequence', '<=', last.sequence).delete();
    await service.record({ action: 'audit.archive', after: { file, rows: rows.length, first: rows[0]!.sequence, last: last.sequence, sha256: digest } });
  });
}
