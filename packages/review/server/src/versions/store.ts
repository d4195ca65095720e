import { deflateSync, inflateSync } from 'node:zlib';

import type { Row, Sql } from '../store/connection.ts';
import type { Cause } from './causes.ts';
import type { Content, Place } from './content.ts';

/** One version of a document, without its content. */
export interface Version extends Place {
  id: number;
  /** Counts from 1 for each document and language. */
  number: number;
  digest: string;
  cause: Cause;
  note?: string;
  editionId?: string;
  by?: { id: number; name: string };
  /** Instant of its first save, and of its last one. */
  beganAt: string;
  at: string;
}

export type NewVersion = Omit<Version, 'id' | 'number'>;

const scopeOf = ({ documentId, locale }: Place) => ({ document_id: documentId, locale });

/** The newest version of a document. */
export async function findLast(sql: Sql, place: Place): Promise<Version | undefined> {
  const row = (await sql('review_versions').where(scopeOf(place)).orderBy('number', 'desc').first()) as Row | undefined;
  return row && readVersion(row);
}

/** Whether anything of a document is kept. */
export async function hasVersions(sql: Sql, place: Place): Promise<boolean> {
  return (await sql('review_versions').where(scopeOf(place)).first('id')) !== undefined;
}

/** A version by its number. */
export async function findVersion(sql: Sql, place: Place, number: number): Promise<Version | undefined> {
  const row = (await sql('review_versions').where({ ...scopeOf(place), number }).first()) as Row | undefined;
  return row && readVersion(row);
}

/** Versions of a document, the newest first, below a number. */
export async function listVersions(sql: Sql, place: Place, { below, limit }: { below?: number | undefined; limit: number }): Promise<Version[]> {
  const query = sql('review_versions').where(scopeOf(place)).orderBy('number', 'desc').limit(limit);
  if (below !== undefined) query.andWhere('number', '<', below);
  return ((await query) as Row[]).map(readVersion);
}

/** Writes a version under the next number. */
export async function insertVersion(sql: Sql, version: NewVersion, last: Version | undefined): Promise<number> {
  const number = (last?.number ?? 0) + 1;
  await sql('review_versions').insert({
    uid: version.uid,
    ...scopeOf(version),
    number,
    digest: version.digest,
    cause: version.cause,
    note: version.note ?? null,
    edition_id: version.editionId ?? null,
    by_id: version.by?.id ?? null,
    by_name: version.by?.name ?? null,
    began_at: version.beganAt,
    at: version.at,
  });
  return number;
}

/** Lets a version hold what was saved a moment later. */
export async function replaceVersion(sql: Sql, id: number, { digest, at }: { digest: string; at: string }): Promise<void> {
  await sql('review_versions').where({ id }).update({ digest, at });
}

/** Adds what was not known of a version when it was kept. */
export async function completeVersion(sql: Sql, version: Version, more: { note?: string | undefined; editionId?: string | number | null | undefined }): Promise<void> {
  const note = version.note ?? more.note;
  const editionId = version.editionId ?? (more.editionId === null || more.editionId === undefined ? undefined : String(more.editionId));
  if (note === version.note && editionId === version.editionId) return;
  await sql('review_versions').where({ id: version.id }).update({ note: note ?? null, edition_id: editionId ?? null });
}

/** Stores a content once. */
export async function putContent(sql: Sql, digest: string, content: Content): Promise<void> {
  const known = await sql('review_contents').where({ digest }).first('digest');
  if (known) return;
  await sql('review_contents').insert({ digest, body: deflateSync(JSON.stringify(content)) }).onConflict('digest').ignore();
}

/** Reads a content. @throws {Error} When it is not there: versions are never without. */
export async function getContent(sql: Sql, digest: string): Promise<Content> {
  const row = (await sql('review_contents').where({ digest }).first('body')) as { body: Buffer } | undefined;
  if (!row) throw new Error(`The content ${digest} of a version is missing`);
  return JSON.parse(inflateSync(row.body).toString()) as Content;
}

function readVersion(row: Row): Version {
  return {
    id: Number(row.id),
    uid: String(row.uid),
    documentId: String(row.document_id),
    locale: String(row.locale),
    number: Number(row.number),
    digest: String(row.digest),
    cause: row.cause as Cause,
    ...(row.note ? { note: String(row.note) } : {}),
    ...(row.edition_id ? { editionId: String(row.edition_id) } : {}),
    ...(row.by_id ? { by: { id: Number(row.by_id), name: String(row.by_name ?? '') } } : {}),
    beganAt: String(row.began_at),
    at: String(row.at),
  };
}
