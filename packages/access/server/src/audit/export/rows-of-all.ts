import type { Core } from '@strapi/strapi';

import { archiveFolder, listArchive, readArchive } from '../chain/archive-files.ts';
import { readHead } from '../chain/head.ts';
import { type AuditRow, readRow } from '../chain/row.ts';

const PAGE = 2000;

/** Every row, archived ones first, a page at a time: the CMS goes on answering meanwhile. */
export async function* rowsOfAll(strapi: Core.Strapi, dataDir: string): AsyncGenerator<AuditRow> {
  const sql = strapi.db.connection;
  const head = readHead(await sql('access_audit_head').first());
  for await (const row of readArchive(listArchive(archiveFolder(dataDir)))) if (row.sequence <= head.archivedThrough) yield row;
  for (let last = head.archivedThrough; ; ) {
    const rows = ((await sql('access_audit').where('sequence', '>', last).orderBy('sequence').limit(PAGE)) as Record<string, unknown>[]).map(readRow);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)!.sequence;
  }
}
