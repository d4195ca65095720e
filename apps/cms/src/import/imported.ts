import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

type Sql = Core.Strapi['db']['connection'];

/** What an earlier import made of a row. */
export interface Imported {
  key: string;
  documentId: string;
  /** Digest of what was written: equal digests mean that nothing has changed at the source. */
  digest: string;
}

const TABLE = 'imported_documents';
/** Keys can be long addresses; their digest is what the table is searched by. */
const keyDigest = (key: string) => createHash('sha256').update(key).digest('hex');

/** Makes the importer's own table. Strapi leaves tables it does not know alone. */
export async function ensureImportedTable(sql: Sql): Promise<void> {
  if (await sql.schema.hasTable(TABLE)) return;
  await sql.schema.createTable(TABLE, (table) => {
    table.string('type').notNullable();
    table.string('key_digest', 64).notNullable();
    table.text('source_key').notNullable();
    table.string('document_id').notNullable();
    table.string('digest', 64).notNullable();
    table.string('imported_at').notNullable();
    table.primary(['type', 'key_digest']);
  });
}

/** Digest of a row as it would be written now. */
export function digestOf(draft: unknown): string {
  return createHash('sha256').update(JSON.stringify(draft)).digest('hex');
}

/** What is known of some rows, by key. */
export async function findImported(sql: Sql, type: string, keys: readonly string[]): Promise<Map<string, Imported>> {
  const rows = await sql(TABLE).where({ type }).whereIn('key_digest', keys.map(keyDigest));
  return new Map(
    rows.map((row: Record<string, string>) => [row.source_key!, { key: row.source_key!, documentId: row.document_id!, digest: row.digest! }]),
  );
}

/** Remembers rows that were written, in the transaction that wrote them. */
export async function rememberImported(sql: Sql, type: string, list: readonly Imported[], now: Date): Promise<void> {
  const rows = list.map(({ key, documentId, digest }) => ({
    type,
    key_digest: keyDigest(key),
    source_key: key,
    document_id: documentId,
    digest,
    imported_at: now.toISOString(),
  }));
  for (let from = 0; from < rows.length; from += 100)
    await sql(TABLE).insert(rows.slice(from, from + 100)).onConflict(['type', 'key_digest']).merge();
}
