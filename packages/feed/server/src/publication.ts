import { filesOf } from '@mingchuang/content/snapshot';
import type { AnyEntry } from '@mingchuang/content/types';

import type { Change, Identity } from './changes.ts';
import { inChunks, insertAll, type Row, type Sql } from './database.ts';
import type { EntryLoader } from './entry-loader.ts';
import { feedLocale, isInPortalLocale, type PortalType, type PortalTypes } from './portal-types.ts';
import { settleReferences } from './references.ts';
import { type PublishedRow, settleStamps, type Stamp, titleOf } from './stamps.ts';

/** Reads the published rows of some documents, with the drafts they belong to. */
export async function loadPublished(
  sql: Sql,
  type: PortalType,
  documentIds: readonly string[],
): Promise<PublishedRow[]> {
  const found: PublishedRow[] = [];
  for (const part of inChunks(documentIds)) {
    const rows: Row[] = await sql(type.table).whereIn('document_id', part);
    const drafts = new Map<string, number>();
    const keyOf = (row: Row) => `${row.document_id as string}:${feedLocale(type, row.locale)}`;
    for (const row of rows) if (row.published_at === null) drafts.set(keyOf(row), Number(row.id));
    for (const row of rows) {
      if (row.published_at === null || !isInPortalLocale(type, row.locale)) continue;
      const identity = { type: type.name, documentId: String(row.document_id), locale: feedLocale(type, row.locale) };
      found.push({ ...identity, id: Number(row.id), draftId: drafts.get(keyOf(row)) ?? Number(row.id), row });
    }
  }
  return found;
}

/**
 * Does everything that belongs to a publication, in the transaction that made the rows: keeps the relations, gives
 * addresses and the facts of publication, notes the files used.
 */
export async function settlePublication(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  published: readonly PublishedRow[],
  { loader, now }: { loader: EntryLoader; now: Date },
): Promise<{ changes: Change[]; stamps: Map<number, Stamp> }> {
  const touched = await settleReferences(sql, types, type, published);
  const { changes, stamps } = await settleStamps(sql, types, type, published, now);
  await settleFiles(sql, type, published, loader);
  const upserts = published.map((document) => upsertOf(type, document));
  const others = touched.map((other): Change => ({ kind: 'upsert', ...other }));
  return { changes: [...others, ...upserts, ...changes], stamps };
}

/** The change that a document was published or that its content changed. */
export function upsertOf(type: PortalType, { documentId, locale, row }: PublishedRow): Change {
  return { kind: 'upsert', type: type.name, documentId, locale, title: titleOf(type, row) };
}

/** Notes which files published documents use, so that a change of a file finds them. */
export async function settleFiles(
  sql: Sql,
  type: PortalType,
  published: readonly PublishedRow[],
  loader: EntryLoader,
): Promise<void> {
  await forgetFiles(sql, published);
  const rows: Row[] = [];
  for (const part of inChunks(published.map(({ id }) => id))) {
    for (const { entry } of await loader.load(sql, type, (query) => query.whereIn('id', part))) {
      const files = new Set(filesOf(entry as unknown as AnyEntry).map(({ id }) => id));
      rows.push(
        ...[...files].map((file) => ({
          type: entry.type,
          document_id: entry.documentId,
          locale: entry.locale,
          file_id: file,
        })),
      );
    }
  }
  await insertAll(sql, 'feed_files', rows);
}

/** Forgets which files some documents use. */
export async function forgetFiles(sql: Sql, documents: readonly Identity[]): Promise<void> {
  for (const { type, documentId, locale } of documents) {
    await sql('feed_files').where({ type, document_id: documentId, locale }).delete();
  }
}
