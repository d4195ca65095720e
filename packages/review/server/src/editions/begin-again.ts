import { dueAfter } from '../flow/due.ts';
import type { Stage } from '../flow/flow.ts';
import { openSeats } from '../flow/seats.ts';
import { tell } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { cancelPlan } from '../schedule/plans.ts';
import type { Sql } from '../store/connection.ts';
import type { Draft } from './base.ts';
import type { Approval, Edition } from './edition.ts';
import { changeEdition, listContributors, setSeats, voidApprovals } from './edition-store.ts';
import { logMove } from './log-move.ts';
import { chooseStages } from './scene.ts';
import { tellStage } from './tell-stage.ts';

/**
 * The stages of the place a text was moved to while it is reviewed, when they are others. Those of its old place are
 * not enough to publish it in the new one.
 */
export async function chooseOthers(
  review: Review,
  sql: Sql,
  edition: Edition,
  draft: Draft,
): Promise<readonly Stage[] | undefined> {
  if (draft.column === edition.column && draft.agency === edition.agency) return undefined;
  const stages = await chooseStages(review, sql, edition.document, draft);
  await changeEdition(sql, edition.id, { flow: JSON.stringify(stages), in_column: draft.column });
  return JSON.stringify(stages) === JSON.stringify(edition.stages) ? undefined : stages;
}

interface Beginning {
  stages: readonly Stage[];
  draft: Draft;
  /** Of the round that ends. */
  approvals: readonly Approval[];
  person: number | undefined;
}

/** Another round, from the first stage on. Who approved and who submitted is told, and who can act now. */
export async function beginAgain(
  review: Review,
  sql: Sql,
  edition: Edition,
  { stages, draft, approvals, person }: Beginning,
): Promise<void> {
  const now = review.now();
  await voidApprovals(sql, edition, now);
  await cancelPlan(sql, edition.document, 'publish', now);
  const first = stages[0]!;
  const again = { round: edition.round + 1, stage: 0, holder: null, due_at: dueAfter(now, first.days) };
  await changeEdition(sql, edition.id, again);
  await setSeats(sql, edition.id, openSeats(first, []));
  await logMove(review, sql, { edition, move: 'edit', person, from: edition.state, to: 'reviewing' });
  const told = [...approvals.map((approval) => approval.person), ...(edition.submittedBy ? [edition.submittedBy] : [])];
  const { document } = edition;
  await tell(review.strapi, {
    kind: 'voided',
    to: told.filter((id) => id !== person),
    document: { ...document, title: draft.title },
    text:
      approvals.length > 0
        ? `《${draft.title}》审核通过后又有改动，已经从“${first.name}”重新审起，之前的通过作废。`
        : `《${draft.title}》换了栏目或机构，那里的审核流程不同，已经从“${first.name}”审起。`,
  });
  const apart = [...told, ...(person ? [person] : []), ...(await listContributors(sql, edition.id))];
  await tellStage(review, first, { key: document, draft, apart });
}
