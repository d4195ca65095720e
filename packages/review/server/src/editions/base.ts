import { numberOf, textOf } from '../store/columns.ts';
import type { Row, Sql } from '../store/connection.ts';
import type { Review } from '../review.ts';
import type { Presence } from '../flow/moves.ts';
import { columnsOf, type DocumentKey, lookup, rowWhere, titleAttributeOf } from './document.ts';
import { fingerprintOf } from './fingerprint.ts';
import { loadContent, loadVersion } from './load-content.ts';

/** The draft of a document: what its edition is about. */
export interface Draft {
  fingerprint: string;
  title: string;
  agency: string | null;
  column: string | null;
  /** Who made the row and who saved it last. */
  writers: number[];
  /** Set from the first publication on. */
  path: string | null;
}

/** Loads the draft with its fingerprint. Undefined when the document is gone. */
export async function loadDraft({ strapi }: Review, key: DocumentKey): Promise<Draft | undefined> {
  const version = await loadVersion(strapi, key, 'draft');
  if (!version) return undefined;
  const { content } = version;
  const row = version.row as {
    path?: string | null;
    createdBy?: { id: number } | null;
    updatedBy?: { id: number } | null;
  };
  const writers = [row.createdBy?.id, row.updatedBy?.id].filter((id): id is number => id !== undefined);
  return {
    fingerprint: fingerprintOf(content),
    title: String(content[titleAttributeOf(strapi, key.uid)] ?? ''),
    agency: textOf(content.agency),
    column: textOf(content.column),
    writers: [...new Set(writers)],
    path: row.path ?? null,
  };
}

/** What a document's draft is compared with: what visitors see, or saw until it was withdrawn. */
export interface Base {
  presence: Presence;
  /** Null when there is nothing to compare with. */
  fingerprint: string | null;
  withdrawal?: Withdrawal;
}

export interface Withdrawal {
  id: number;
  reason: string;
  person: number | null;
  at: string;
  fingerprint: string | null;
}

/** Loads what a draft is compared with. @param compares False when only its presence is asked for. */
export async function loadBase(
  { strapi }: Review,
  sql: Sql,
  key: DocumentKey,
  { compares = true } = {},
): Promise<Base> {
  if (compares) {
    const content = await loadContent(strapi, key, 'published');
    if (content) return { presence: 'live', fingerprint: fingerprintOf(content) };
  } else if (await isLive(strapi, key)) return { presence: 'live', fingerprint: null };
  const withdrawal = await findWithdrawal(sql, key);
  if (withdrawal) return { presence: 'withdrawn', fingerprint: withdrawal.fingerprint, withdrawal };
  const given = (await strapi.db.query(key.uid as never).findOne({
    where: { ...lookup(strapi, key), path: { $notNull: true } },
    select: ['id'],
  } as never)) as unknown;
  return { presence: given ? 'withdrawn' : 'never', fingerprint: null };
}

const isLive = async (strapi: Review['strapi'], key: DocumentKey): Promise<boolean> =>
  (await strapi.db.query(key.uid as never).count({ where: rowWhere(strapi, key, 'published') } as never)) > 0;

async function findWithdrawal(sql: Sql, key: DocumentKey): Promise<Withdrawal | undefined> {
  const row: Row | undefined = await sql('review_withdrawals')
    .where(columnsOf(key))
    .whereNull('ended_at')
    .orderBy('id', 'desc')
    .first();
  return (
    row && {
      id: Number(row.id),
      reason: String(row.reason),
      person: numberOf(row.person),
      at: String(row.at),
      fingerprint: textOf(row.fingerprint),
    }
  );
}
