import { errors } from '@strapi/utils';

import { chooseFlow } from '../flow/choose-flow.ts';
import { listFlows, placeOf } from '../flow/flow-store.ts';
import type { Stage } from '../flow/flow.ts';
import type { Situation, State } from '../flow/moves.ts';
import { openSeats, type Seat, seatsOf, type Sitter, takeSeat } from '../flow/seats.ts';
import type { Review } from '../review.ts';
import { findPlan, type Plan } from '../schedule/plans.ts';
import type { Sql } from '../store/connection.ts';
import { type Actor, beforeDocument, belongsTo, loadActor, loadNames, loadPrincipals, sitterOf } from './actor.ts';
import { type Base, type Draft, loadBase, loadDraft } from './base.ts';
import type { DocumentKey } from './document.ts';
import type { Approval, Edition } from './edition.ts';
import { findForced, findOpen, listApprovals, listContributors, listUnreviewedWriters } from './edition-store.ts';

/** A document with everything that decides what one person may do with it. */
export interface Scene {
  review: Review;
  sql: Sql;
  key: DocumentKey;
  actor: Actor;
  /** Whom the actor stands in for, as far as these may act here themselves. */
  principals: readonly Actor[];
  draft: Draft;
  base: Base;
  edition: Edition | undefined;
  contributors: readonly number[];
  approvals: readonly Approval[];
  forced: { edition: Edition; contributors: readonly number[] } | undefined;
  withdrawalPlan: Plan | undefined;
  /** Of the edition, or those it would go through. */
  stages: readonly Stage[];
  situation: Situation;
}

/** Loads a document as somebody meets it. @param lock For a move: others wait until the commit. @throws {errors.NotFoundError} */
export async function setScene(
  review: Review,
  sql: Sql,
  key: DocumentKey,
  personId: number,
  { lock = false } = {},
): Promise<Scene> {
  const edition = await findOpen(sql, key, { lock });
  if (lock) await lockDraft(review, sql, key);
  const draft = await loadDraft(review, key);
  const person = await loadActor(review.strapi, personId);
  if (!draft || !person) throw new errors.NotFoundError('没有这篇内容');
  const { agency } = draft;
  const [actor = person] = await beforeDocument(review.strapi, [person], key, agency);
  const base = await loadBase(review, sql, key, { compares: edition === undefined });
  const contributors = edition
    ? await listContributors(sql, edition.id)
    : [...draft.writers, ...(await listUnreviewedWriters(sql, key))];
  const approvals = edition ? await listApprovals(sql, edition) : [];
  const forced = await findForced(sql, key);
  const absent = await loadPrincipals(review.strapi, personId, review.now());
  const principals = (await beforeDocument(review.strapi, absent, key, agency)).filter(
    (one) =>
      belongsTo(one, agency) && !contributors.includes(one.id) && !approvals.some(({ person }) => person === one.id),
  );
  const scene = {
    review,
    sql,
    key,
    actor,
    principals,
    draft,
    base,
    edition,
    contributors,
    approvals,
    forced: forced && { edition: forced, contributors: await listContributors(sql, forced.id) },
    withdrawalPlan: await findPlan(sql, key, 'withdraw'),
    stages: edition && edition.stages.length > 0 ? edition.stages : await chooseStages(review, sql, key, draft),
  };
  return { ...scene, situation: await situationOf(scene) };
}

/** Moves of a document without an open edition wait for each other too. SQLite has one writer anyway. */
async function lockDraft({ strapi }: Review, sql: Sql, { uid, documentId }: DocumentKey): Promise<void> {
  const { tableName } = strapi.db.metadata.get(uid);
  await sql(tableName)
    .where({ document_id: documentId })
    .whereNull('published_at')
    .orderBy('id')
    .select('id')
    .forUpdate();
}

/** The stages a draft would go through if it were submitted now. */
export async function chooseStages(review: Review, sql: Sql, key: DocumentKey, draft: Draft): Promise<Stage[]> {
  return chooseFlow(await listFlows(sql), await placeOf(review.strapi, key.uid, draft)).stages;
}

/** The state, also of a draft that was changed before anybody kept editions of it. */
export function stateOf({ edition, draft, base }: Pick<Scene, 'edition' | 'draft' | 'base'>): State {
  if (edition) return edition.state as State;
  return draft.fingerprint === base.fingerprint ? 'none' : 'drafting';
}

/** Who has had a part in the round already, the actor too. */
export const apartIn = ({ actor, contributors, approvals }: Scene): number[] => [
  actor.id,
  ...contributors,
  ...approvals.map(({ person }) => person),
];

/** The seats of the current stage that wait for somebody. */
export function waitingSeats({ edition, approvals }: Pick<Scene, 'edition' | 'approvals'>): Seat[] {
  if (edition?.state !== 'reviewing') return [];
  return openSeats(edition.stages[edition.stage]!, filledSeats(approvals, edition.stage));
}

export const filledSeats = (approvals: readonly Approval[], stage: number): Seat[] =>
  approvals.filter((approval) => approval.stage === stage).map(({ seat }) => seat);

/** The seats somebody can take here: their own first, then those of absent colleagues. */
export function sittersOf({ actor, principals, draft }: Pick<Scene, 'actor' | 'principals' | 'draft'>): Sitter[] {
  const own = belongsTo(actor, draft.agency) ? [sitterOf(actor)] : [];
  return [...own, ...principals.map((one) => ({ ...sitterOf(one), standsInFor: one.id }))];
}

async function situationOf(scene: Omit<Scene, 'situation'>): Promise<Situation> {
  const { review, actor, principals, draft, base, edition, contributors, approvals, forced, stages } = scene;
  const sitters = sittersOf(scene);
  const holder = edition?.holder ?? null;
  const names = await loadNames(review.strapi, [holder]);
  const has = (...roles: string[]) => actor.administers || actor.roles.some((role) => roles.includes(role));
  const wrote = stateOf(scene) === 'none' ? [] : contributors;
  return {
    state: stateOf(scene),
    presence: base.presence,
    isForced: forced !== undefined,
    withdrawalIsPlanned: scene.withdrawalPlan !== undefined,
    draftIsAsWithdrawn: base.presence === 'withdrawn' && base.fingerprint === draft.fingerprint,
    stage: edition?.state === 'reviewing' ? edition.stages[edition.stage]?.name : undefined,
    ...(holder !== null && holder !== actor.id && { heldBy: names.get(holder) }),
    person: {
      belongs: belongsTo(actor, draft.agency) || principals.length > 0,
      writes: has('author', 'reviewer', 'signer'),
      wrote: wrote.includes(actor.id),
      hasApproved: approvals.some(({ person }) => person === actor.id),
      hasSeat: takeSeat(waitingSeats(scene), sitters) !== undefined,
      holds: holder === actor.id,
      signs: takeSeat(seatsOf(stages.at(-1)!), sitters) !== undefined,
      administers: actor.administers,
      mayForce: has('signer'),
      mayWithdraw: has('reviewer', 'signer'),
      forced: forced?.edition.forced?.by === actor.id,
      wroteLive: forced?.contributors.includes(actor.id) ?? false,
    },
  };
}
