import { errors } from '@strapi/utils';

import { withdrawDocument } from '../editions/moves/live-moves.ts';
import { publishEdition } from '../editions/moves/publish-edition.ts';
import { changeEdition, findOpen, listContributors, setSeats, voidApprovals } from '../editions/edition-store.ts';
import { loadDraft } from '../editions/base.ts';
import { noteChange } from '../editions/note-change.ts';
import { logMove } from '../editions/log-move.ts';
import { refuse } from '../guard-publishing.ts';
import { findObstacles, tell } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { inTransaction, type Row, type Sql } from '../store/connection.ts';
import { type Plan, readPlan } from './plans.ts';

const PROGRAM = 'schedule';

/**
 * Does everything whose time has come, in the order of the times. Each plan is taken and carried out in one
 * transaction, so that it happens exactly once however many processes look, and whenever one of them is killed.
 *
 * @returns How many were carried out or failed for good.
 * @throws {AggregateError} Of what will be tried again.
 */
export async function runDue(review: Review): Promise<number> {
  const sql = review.strapi.db.connection;
  const due: Row[] = await sql('review_schedule')
    .where({ state: 'waiting' })
    .where('at', '<=', review.now().toISOString())
    .orderBy('at')
    .orderBy('id')
    .limit(200);
  let count = 0;
  const problems: Error[] = [];
  for (const plan of due.map(readPlan)) {
    try {
      if (await carryOut(review, plan)) count += 1;
    } catch (error) {
      // One plan the database or the platform stands against does not hold up the others.
      problems.push(error as Error);
    }
  }
  if (problems.length > 0) throw new AggregateError(problems, problems.map(({ message }) => message).join('; '));
  return count;
}

async function carryOut(review: Review, plan: Plan): Promise<boolean> {
  try {
    return await inTransaction(review.strapi, async (sql) => {
      if (!(await take(review, sql, plan, { state: 'done' }))) return false;
      await (plan.kind === 'publish' ? publishDue(review, sql, plan) : withdrawDue(review, sql, plan));
      return true;
    });
  } catch (error) {
    // What the checks or Strapi say against a document is for its people; the rest is an operator's, and tried again.
    if (!(error instanceof errors.ApplicationError)) throw error;
    const problem = error.message;
    return inTransaction(review.strapi, async (sql) => {
      if (!(await take(review, sql, plan, { state: 'failed', problem }))) return false;
      await giveBack(review, sql, plan, problem);
      return true;
    });
  }
}

/** Takes a plan unless another process has: of two, one changes the row. */
async function take({ now }: Review, sql: Sql, { id }: Plan, outcome: Row): Promise<boolean> {
  const changes = { ...outcome, open_key: null, done_at: now().toISOString() };
  return (await sql('review_schedule').where({ id, state: 'waiting' }).update(changes)) === 1;
}

async function publishDue(review: Review, sql: Sql, { document }: Plan): Promise<void> {
  const edition = await findOpen(sql, document, { lock: true });
  if (edition?.state !== 'scheduled') return;
  const draft = await loadDraft(review, document);
  // Changed past the document service: it begins its review again, and its people are told.
  if (draft?.fingerprint !== edition.fingerprint)
    return noteChange(review, sql, document, { person: undefined, opens: false });
  refuse(await findObstacles(review.strapi, document, { by: null }));
  await publishEdition(review, sql, edition, { by: null });
  await logMove(review, sql, { edition, move: 'publish', program: PROGRAM, from: 'scheduled', to: 'published' });
}

async function withdrawDue(review: Review, sql: Sql, { document, title, reason, person }: Plan): Promise<void> {
  await withdrawDocument(review, sql, document, { reason: reason!, person });
  await logMove(review, sql, {
    document,
    title,
    move: 'withdraw',
    program: PROGRAM,
    from: 'live',
    to: 'withdrawn',
    remark: reason!,
  });
}

/** A document that became invalid goes back to its people, with all reasons. */
async function giveBack(
  review: Review,
  sql: Sql,
  { document, person, kind, title }: Plan,
  problem: string,
): Promise<void> {
  const edition = await findOpen(sql, document, { lock: true });
  const to = [person];
  const what = kind === 'publish' ? '定时发布' : '定时撤下';
  if (edition && kind === 'publish') {
    const now = review.now();
    await voidApprovals(sql, edition, now);
    await setSeats(sql, edition.id, []);
    const text = `到了定时发布的时间，但没有发布：${problem}`;
    const returned = { returned_at: now.toISOString(), returned_by: null, return_text: text };
    await changeEdition(sql, edition.id, {
      state: 'returned',
      stage: 0,
      holder: null,
      due_at: null,
      publish_at: null,
      ...returned,
    });
    await logMove(review, sql, {
      edition,
      move: 'fail',
      program: PROGRAM,
      from: 'scheduled',
      to: 'returned',
      remark: problem,
    });
    to.push(...(await listContributors(sql, edition.id)), ...(edition.submittedBy ? [edition.submittedBy] : []));
  }
  await tell(review.strapi, {
    kind: 'publish-failed',
    to,
    document: { ...document, title },
    text: `《${title}》到时间没有${what}：${problem}`,
  });
}
