import { openSeats } from '../../flow/seats.ts';
import { runAs } from '../../guard/running.ts';
import { tell } from '../../neighbours.ts';
import type { Review } from '../../review.ts';
import { cancelPlan } from '../../schedule/plans.ts';
import type { Sql } from '../../store/connection.ts';
import { loadDraft } from '../base.ts';
import { columnsOf, type DocumentKey, lookup, openKeyOf } from '../document.ts';
import type { Approval, Edition } from '../edition.ts';
import { changeEdition, listApprovals, listContributors, setSeats } from '../edition-store.ts';
import { noteForPublic } from '../public-notes.ts';
import { filledSeats } from '../scene.ts';
import type { Done } from './done.ts';

interface Publishing {
  /** Nobody when its time has come. */
  by: number | null;
  /** Published past the review, for this reason. */
  forced?: { reason: string };
}

/**
 * Publishes an edition and closes it. Whatever led here, an edition without its approvals stops: they are counted
 * again, against the draft as it is stored now.
 */
export async function publishEdition(
  review: Review,
  sql: Sql,
  edition: Edition,
  { by, forced }: Publishing,
): Promise<Done> {
  const { document } = edition;
  const now = review.now();
  const contributors = await listContributors(sql, edition.id);
  const draft = (await loadDraft(review, document))!;
  if (!forced)
    assertApproved(edition, await listApprovals(sql, edition), { contributors, fingerprint: draft.fingerprint });
  if (edition.changeKind === 'major' && edition.changeNote)
    await noteForPublic(review, document, { note: edition.changeNote, now });
  await publishDocument(review, document);

  // What was forced before is live no more.
  await sql('review_editions')
    .where({ forced_key: openKeyOf(document) })
    .update({ forced_key: null });
  await endWithdrawals(sql, document, now);
  await cancelPlan(sql, document, 'publish', now);
  await setSeats(sql, edition.id, []);
  await changeEdition(sql, edition.id, {
    state: 'published',
    open_key: null,
    closed_at: now.toISOString(),
    closed_by: by,
    holder: null,
    due_at: null,
    fingerprint: draft.fingerprint,
    title: draft.title,
    ...(forced && { forced_by: by, forced_reason: forced.reason, forced_key: openKeyOf(document) }),
  });
  await tell(review.strapi, {
    kind: 'published',
    to: [...contributors, ...(edition.submittedBy ? [edition.submittedBy] : [])].filter((id) => id !== by),
    document: { ...document, title: draft.title },
    text: `《${draft.title}》已经发布。`,
  });
  return { to: 'published' };
}

/** Publishes the draft of a document through the guard. */
export async function publishDocument(review: Review, document: DocumentKey): Promise<void> {
  const documents = review.strapi.documents(document.uid as never) as unknown as {
    publish(params: object): Promise<{ entries: unknown[] }>;
  };
  await runAs({ kind: 'publication', document }, () => documents.publish(lookup(review.strapi, document)));
}

/** Ends what was said of a withdrawn document: it is live again. */
export async function endWithdrawals(sql: Sql, document: DocumentKey, now: Date): Promise<void> {
  await sql('review_withdrawals')
    .where(columnsOf(document))
    .whereNull('ended_at')
    .update({ ended_at: now.toISOString() });
}

/** @throws {Error} When a stage lacks an approval of exactly this text by somebody who did not write it. */
function assertApproved(
  edition: Edition,
  approvals: readonly Approval[],
  { contributors, fingerprint }: { contributors: readonly number[]; fingerprint: string },
): void {
  const people = approvals.map(({ person }) => person);
  const isWhole = edition.stages.every((stage, index) => openSeats(stage, filledSeats(approvals, index)).length === 0);
  const areOthers = new Set(people).size === people.length && people.every((person) => !contributors.includes(person));
  const isText =
    edition.fingerprint === fingerprint && approvals.every((approval) => approval.fingerprint === fingerprint);
  if (edition.stages.length === 0 || !isWhole || !areOthers || !isText)
    throw new Error(`Edition ${edition.id} lacks approvals of its text and is not published`);
}
