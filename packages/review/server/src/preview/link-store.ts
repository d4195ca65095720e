import type { Row, Sql } from '../store/connection.ts';
import type { Place } from '../versions/content.ts';
import { hashToken, type Link, readLink } from './link.ts';

const TABLE = 'review_links';
const scopeOf = ({ uid, documentId, locale }: Place) => ({ uid, document_id: documentId, locale });

export type NewLink = Omit<Link, 'id' | 'revokedAt' | 'usedAt' | 'openedAt'>;

/** Stores a link under the hash of its token. */
export async function insertLink(sql: Sql, token: string, { kind, label, origin, by, madeAt, expiresAt, ...place }: NewLink): Promise<number> {
  const row = {
    ...scopeOf(place),
    kind,
    token_hash: hashToken(token),
    label: label ?? null,
    origin,
    by_id: by.id,
    by_name: by.name,
    made_at: madeAt,
    expires_at: expiresAt,
  };
  const [answer] = (await sql(TABLE).insert(row).returning('id')) as { id: unknown }[];
  return Number(answer!.id);
}

/** The link a token opens. */
export async function findByToken(sql: Sql, token: string): Promise<Link | undefined> {
  const row = (await sql(TABLE).where({ token_hash: hashToken(token) }).first()) as Row | undefined;
  return row && readLink(row);
}

/** The links of a document that people were given, the newest first. */
export async function listLinks(sql: Sql, place: Place): Promise<Link[]> {
  const rows = (await sql(TABLE).where(scopeOf(place)).whereNot({ kind: 'frame' }).orderBy('id', 'desc').limit(100)) as Row[];
  return rows.map(readLink);
}

/** Notes when a link was opened for the first time. */
export async function noteOpening(sql: Sql, id: number, at: string): Promise<void> {
  await sql(TABLE).where({ id, opened_at: null }).update({ opened_at: at });
}

/** Takes a link back. @returns Whether the document has such a link that was still good. */
export async function revokeLink(sql: Sql, place: Place, id: number, at: string): Promise<boolean> {
  return (await sql(TABLE).where({ ...scopeOf(place), id, revoked_at: null, used_at: null }).update({ revoked_at: at })) > 0;
}

/** Uses a link up. Of two answers sent at once only one gets it. @returns Whether this one did. */
export async function useLink(sql: Sql, id: number, at: string): Promise<boolean> {
  return (await sql(TABLE).where({ id, used_at: null, revoked_at: null }).update({ used_at: at })) > 0;
}

/** Forgets the links of the admin's frames that are over. */
export async function forgetFrames(sql: Sql, now: string): Promise<void> {
  await sql(TABLE).where({ kind: 'frame' }).andWhere('expires_at', '<', now).delete();
}
