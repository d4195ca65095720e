import type { Seat } from '../flow/seats.ts';
import type { Row, Sql } from '../store/connection.ts';
import { columnsOf, type DocumentKey, openKeyOf } from './document.ts';
import { type Approval, type Edition, readApproval, readEdition } from './edition.ts';

/** The open edition of a document. @param lock Makes others wait who want to change it, until the commit. */
export async function findOpen(sql: Sql, key: DocumentKey, { lock = false } = {}): Promise<Edition | undefined> {
  const query = sql('review_editions').where({ open_key: openKeyOf(key) });
  const row: Row | undefined = await (lock ? query.forUpdate() : query).first();
  return row && readEdition(row);
}

/** The open editions of a document in all its languages. */
export async function findAllOpen(sql: Sql, uid: string, documentId: string): Promise<Edition[]> {
  const rows: Row[] = await sql('review_editions')
    .where({ uid, document_id: documentId })
    .whereNotNull('open_key')
    .orderBy('id')
    .forUpdate();
  return rows.map(readEdition);
}

/** Documents whose text others are reading or have approved, and that may not change unseen. */
export async function listInHands(sql: Sql): Promise<DocumentKey[]> {
  const rows: Row[] = await sql('review_editions').whereNotNull('open_key').whereIn('state', ['reviewing', 'scheduled']).orderBy('id');
  return rows.map((row) => readEdition(row).document);
}

/** The edition of a document that was published last. */
export async function findLastPublished(sql: Sql, key: DocumentKey): Promise<Edition | undefined> {
  const row: Row | undefined = await sql('review_editions')
    .where({ ...columnsOf(key), state: 'published' })
    .orderBy('id', 'desc')
    .first();
  return row && readEdition(row);
}

/** The forced publication of a document that waits for its second person. */
export async function findForced(sql: Sql, key: DocumentKey): Promise<Edition | undefined> {
  const row: Row | undefined = await sql('review_editions')
    .where({ forced_key: openKeyOf(key) })
    .first();
  return row && readEdition(row);
}

/** What a new edition begins with. */
export interface Opening {
  title: string;
  agency: string | null;
  fingerprint: string;
  contributors: readonly number[];
}

/** Opens an edition of a document, unless somebody else just did. */
export async function openEdition(
  sql: Sql,
  key: DocumentKey,
  { title, agency, fingerprint, contributors }: Opening,
  now: Date,
): Promise<Edition> {
  const at = now.toISOString();
  const row = {
    ...columnsOf(key),
    open_key: openKeyOf(key),
    state: 'drafting',
    round: 0,
    stage: 0,
    title,
    agency,
    fingerprint,
    opened_at: at,
    changed_at: at,
  };
  await sql('review_editions').insert(row).onConflict('open_key').ignore();
  const edition = (await findOpen(sql, key, { lock: true }))!;
  for (const person of [...contributors, ...(await listUnreviewedWriters(sql, key))])
    await addContributor(sql, edition.id, person);
  return edition;
}

/** Changes columns of an edition. */
export async function changeEdition(sql: Sql, id: number, changes: Row): Promise<void> {
  await sql('review_editions').where({ id }).update(changes);
}

/** Notes that somebody wrote in an edition. */
export async function addContributor(sql: Sql, edition: number, person: number): Promise<void> {
  await sql('review_contributors').insert({ edition, person }).onConflict(['edition', 'person']).ignore();
}

/** Who wrote in an edition. */
export async function listContributors(sql: Sql, edition: number): Promise<number[]> {
  const people: unknown[] = await sql('review_contributors').where({ edition }).orderBy('person').pluck('person');
  return people.map(Number);
}

/** Who wrote what was forced to the public and no second person confirmed: their text goes into the next edition. */
export async function listUnreviewedWriters(sql: Sql, key: DocumentKey): Promise<number[]> {
  const last = await findLastPublished(sql, key);
  return last?.forced && !last.confirmedAt ? listContributors(sql, last.id) : [];
}

/** The approvals of the round of an edition that count. */
export async function listApprovals(sql: Sql, { id, round }: Edition): Promise<Approval[]> {
  const rows: Row[] = await sql('review_approvals').where({ edition: id, round }).whereNull('void_at').orderBy('id');
  return rows.map(readApproval);
}

/** Makes the approvals of a round void, from a stage on. */
export async function voidApprovals(sql: Sql, { id, round }: Edition, now: Date, fromStage = 0): Promise<void> {
  await sql('review_approvals')
    .where({ edition: id, round })
    .where('stage', '>=', fromStage)
    .whereNull('void_at')
    .update({ void_at: now.toISOString() });
}

/** Sets which seats of an edition wait for somebody; lists of what waits are made from it. */
export async function setSeats(sql: Sql, edition: number, seats: readonly Seat[]): Promise<void> {
  await sql('review_seats').where({ edition }).delete();
  if (seats.length > 0) await sql('review_seats').insert(seats.map((seat) => ({ edition, seat })));
}
