import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

import { type AuditRow, readRow } from './row.ts';

const NAME = /^audit-(\d{12})-(\d{12})\.ndjson\.gz$/;

/** A file of archived rows. */
export interface ArchiveFile {
  path: string;
  first: number;
  last: number;
}

export const archiveFolder = (dataDir: string): string => join(dataDir, 'audit', 'archive');

/** The name of the file that holds some rows. */
export const archiveName = (first: number, last: number): string => `audit-${String(first).padStart(12, '0')}-${String(last).padStart(12, '0')}.ndjson.gz`;

/** The files of an archive, oldest first. */
export function listArchive(folder: string): ArchiveFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, first, last] = NAME.exec(name) ?? [];
      return first && last ? [{ path: join(folder, name), first: Number(first), last: Number(last) }] : [];
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** Reads archived rows in order. @throws When a file is cut off or is no archive. */
export async function* readArchive(files: readonly ArchiveFile[]): AsyncGenerator<AuditRow> {
  for (const { path } of files) {
    const unpacked = createReadStream(path).pipe(createGunzip());
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) {
      if (line) yield readRow(JSON.parse(line) as Record<string, unknown>);
    }
  }
}
