import { createHash } from 'node:crypto';

/** Who did something. `id` tells users, tokens and programs of one kind apart. */
export interface Actor {
  kind: 'user' | 'token' | 'program' | 'visitor' | 'system';
  id?: string | number;
  /** The name at that time: people marry, leave and are deleted. */
  name: string;
}

/** What something was done to. */
export interface Subject {
  /** A content type, or what else is governed: `admin::user`, `admin::role`, `plugin::upload.file`. */
  uid: string;
  documentId?: string | number | null | undefined;
  locale?: string | null | undefined;
  title?: string | null | undefined;
}

/** The columns of `access_audit` the hash covers, in the order it covers them. */
export const CONTENT_COLUMNS = [
  'at', 'actor', 'actor_name', 'address', 'agent', 'request_id', 'action', 'subject_type', 'subject_id', 'subject_locale',
  'subject_title', 'before', 'after', 'note',
] as const;
export type ContentColumn = (typeof CONTENT_COLUMNS)[number];

/** What a row tells: text or nothing, so that every database gives back exactly what was hashed. */
export type Content = Record<ContentColumn, string | null>;

/** A row of `access_audit`. */
export interface AuditRow extends Content {
  sequence: number;
  /** Hash of the row before. */
  previous: string;
  hash: string;
  seal: string;
}

/** The hash before the first row. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** SHA-256 over the hash of the row before, the row's place and everything it tells. */
export function hashOf(previous: string, sequence: number, content: Content): string {
  const text = JSON.stringify([1, previous, sequence, ...CONTENT_COLUMNS.map((column) => content[column])]);
  return createHash('sha256').update(text).digest('hex');
}

/** An actor as it is stored and looked up. */
export const keyOfActor = ({ kind, id }: Actor): string => (id === undefined ? kind : `${kind}:${id}`);

/** Reads a row as a database gives it: PostgreSQL answers large numbers as text. */
export function readRow(row: Record<string, unknown>): AuditRow {
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]));
  const content = Object.fromEntries(CONTENT_COLUMNS.map((column) => [column, text(column)])) as Content;
  return { ...content, sequence: Number(row.sequence), previous: String(row.previous), hash: String(row.hash), seal: String(row.seal) };
}
