import { judgeEdit } from '../flow/moves.ts';
import type { Review } from '../review.ts';
import type { Sql } from '../store/connection.ts';
import { type Draft, loadBase, loadDraft } from './base.ts';
import { beginAgain, chooseOthers } from './begin-again.ts';
import type { DocumentKey } from './document.ts';
import type { Edition } from './edition.ts';
import { addContributor, changeEdition, findOpen, listApprovals, openEdition } from './edition-store.ts';
import { logMove } from './log-move.ts';

/**
 * Takes note of what a save did to a draft, in the transaction of the save. Only a real change counts: the content
 * manager saves the same again at each click.
 *
 * @param person Who saved; nobody for programs and tokens.
 * @param opens Whether a first change opens an edition.
 */
export async function noteChange(
  review: Review,
  sql: Sql,
  key: DocumentKey,
  { person, opens }: { person: number | undefined; opens: boolean },
): Promise<void> {
  const edition = await findOpen(sql, key, { lock: true });
  if (!edition && !opens) return;
  const draft = await loadDraft(review, key);
  if (!draft) return;
  if (!edition) {
    const base = await loadBase(review, sql, key);
    if (draft.fingerprint === base.fingerprint) return;
    // What a program writes in somebody's name is theirs.
    const opened = await openEdition(
      sql,
      key,
      { ...draft, contributors: person ? [person] : draft.writers },
      review.now(),
    );
    await logMove(review, sql, { edition: opened, move: 'open', person, from: 'none', to: 'drafting' });
    return;
  }
  if (draft.fingerprint === edition.fingerprint) return;
  if (person) await addContributor(sql, edition.id, person);
  if (await isUndone(review, sql, edition, draft)) return closeUndone(review, sql, edition, person);
  await followChange(review, sql, edition, { draft, person });
}

/** An edition nobody reviews yet ends by itself when its text is again what visitors see. */
async function isUndone(review: Review, sql: Sql, { state, document }: Edition, draft: Draft): Promise<boolean> {
  if (state !== 'drafting' && state !== 'returned') return false;
  return (await loadBase(review, sql, document)).fingerprint === draft.fingerprint;
}

async function closeUndone(review: Review, sql: Sql, edition: Edition, person: number | undefined): Promise<void> {
  const closed = {
    state: 'discarded',
    open_key: null,
    closed_at: review.now().toISOString(),
    closed_by: person ?? null,
  };
  await changeEdition(sql, edition.id, closed);
  await logMove(review, sql, { edition, move: 'discard', person, from: edition.state, to: 'discarded' });
}

async function followChange(
  review: Review,
  sql: Sql,
  edition: Edition,
  { draft, person }: { draft: Draft; person: number | undefined },
): Promise<void> {
  const now = review.now();
  const approvals = await listApprovals(sql, edition);
  const { to, beginsAgain } = judgeEdit(edition.state as never, approvals.length > 0);
  const { fingerprint, title, agency } = draft;
  const holder = edition.holder === person ? null : edition.holder;
  await changeEdition(sql, edition.id, {
    state: to,
    fingerprint,
    title,
    agency,
    holder,
    changed_at: now.toISOString(),
  });
  const others = to === 'reviewing' ? await chooseOthers(review, sql, edition, draft) : undefined;
  if (!others && !beginsAgain) return;
  await beginAgain(review, sql, edition, { stages: others ?? edition.stages, draft, approvals, person });
}
