import { type DocumentKey, columnsOf, openKeyOf } from '../editions/document.ts';
import { insert, numberOf, textOf } from '../store/columns.ts';
import type { Row, Sql } from '../store/connection.ts';

export type PlanKind = 'publish' | 'withdraw';

/** Something that happens to a document at a time. */
export interface Plan {
  id: number;
  document: DocumentKey;
  kind: PlanKind;
  at: string;
  edition: number | null;
  title: string;
  /** documentId. */
  agency: string | null;
  /** For the public, when it is withdrawn. */
  reason: string | null;
  person: number;
}

const keyOf = (document: DocumentKey, kind: PlanKind) => `${kind}:${openKeyOf(document)}`;

/** Plans something, in place of what was planned before. */
export async function makePlan(
  sql: Sql,
  { document, kind, at, edition, title, agency, reason, person }: Omit<Plan, 'id'>,
  now: Date,
): Promise<void> {
  await cancelPlan(sql, document, kind, now);
  await insert(sql, 'review_schedule', {
    ...columnsOf(document),
    kind,
    open_key: keyOf(document, kind),
    state: 'waiting',
    at,
    edition,
    title,
    agency,
    reason,
    person,
    made_at: now.toISOString(),
  });
}

/** Gives up what is planned, if anything is. */
export async function cancelPlan(sql: Sql, document: DocumentKey, kind: PlanKind, now: Date): Promise<void> {
  await sql('review_schedule')
    .where({ open_key: keyOf(document, kind) })
    .update({ state: 'cancelled', open_key: null, done_at: now.toISOString() });
}

/** What is planned for a document. */
export async function findPlan(sql: Sql, document: DocumentKey, kind: PlanKind): Promise<Plan | undefined> {
  const row: Row | undefined = await sql('review_schedule')
    .where({ open_key: keyOf(document, kind) })
    .first();
  return row && readPlan(row);
}

export const readPlan = (row: Row): Plan => ({
  id: Number(row.id),
  document: { uid: String(row.uid), documentId: String(row.document_id), locale: String(row.locale) },
  kind: row.kind as PlanKind,
  at: String(row.at),
  edition: numberOf(row.edition),
  title: String(row.title),
  agency: textOf(row.agency),
  reason: textOf(row.reason),
  person: Number(row.person),
});
