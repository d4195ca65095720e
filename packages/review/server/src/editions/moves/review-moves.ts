import { shanghaiMinute } from '@mingchuang/content/dates';

import { dueAfter } from '../../flow/due.ts';
import { openSeats, takeSeat } from '../../flow/seats.ts';
import { addRemark, tell } from '../../neighbours.ts';
import { cancelPlan, makePlan } from '../../schedule/plans.ts';
import { insert } from '../../store/columns.ts';
import { beforeDocument, belongsTo, loadActor, sitterOf } from '../actor.ts';
import { changeEdition, setSeats, voidApprovals } from '../edition-store.ts';
import { wrongField } from '../move-request.ts';
import { apartIn, filledSeats, type Scene, sittersOf, waitingSeats } from '../scene.ts';
import { tellStage } from '../tell-stage.ts';
import type { Done, MoveHandler } from './done.ts';
import { passGate } from './gate.ts';
import { plannedTime, planOf } from './planned-time.ts';
import { publishEdition } from './publish-edition.ts';

/** 领取: others see who reads it. */
export const claim: MoveHandler = async ({ sql, edition, actor }) => {
  await changeEdition(sql, edition!.id, { holder: actor.id });
  return { to: 'reviewing' };
};

/** 放回: somebody else may take it. */
export const release: MoveHandler = async ({ sql, edition }) => {
  await changeEdition(sql, edition!.id, { holder: null });
  return { to: 'reviewing' };
};

/** 转交: to somebody who can act in this stage. */
export const reassign: MoveHandler = async (scene, { to, remark }) => {
  const { review, sql, key, draft, contributors, approvals } = scene;
  const edition = scene.edition!;
  const chosen = typeof to === 'number' ? await loadActor(review.strapi, to) : undefined;
  const [person] = chosen ? await beforeDocument(review.strapi, [chosen], key, draft.agency) : [];
  if (!person) throw wrongField('to', '请选择转交给谁。');
  const fits = belongsTo(person, draft.agency) && takeSeat(waitingSeats(scene), [sitterOf(person)]);
  if (!fits) throw wrongField('to', `${person.name}不能审这一环节，请另选一人。`);
  if (contributors.includes(person.id)) throw wrongField('to', `${person.name}写过或改过这一稿，请另选一人。`);
  if (approvals.some((approval) => approval.person === person.id))
    throw wrongField('to', `${person.name}这一轮已经审过一次，请另选一人。`);
  await changeEdition(sql, edition.id, { holder: person.id });
  await tell(review.strapi, {
    kind: 'reassigned',
    to: [person.id],
    document: { ...key, title: draft.title },
    text: `${scene.actor.name}把《${draft.title}》转交给您审。${remark ? `留言：${remark}` : ''}`,
  });
  return { to: 'reviewing', remark: remark ? `转交给${person.name}：${remark}` : `转交给${person.name}` };
};

/** 通过: the stage goes on when its seats are filled; after the last one the document is published or waits for its time. */
export const approve: MoveHandler = async (scene, request) => {
  const { review, sql, actor, approvals } = scene;
  const edition = scene.edition!;
  const now = review.now();
  const stage = edition.stages[edition.stage]!;
  const { seat, standsInFor } = takeSeat(waitingSeats(scene), sittersOf(scene))!;
  const isLast = edition.stage === edition.stages.length - 1;
  if (isLast) await passGate(scene, request);
  const publishAt = request.at === undefined ? edition.publishAt : request.at && plannedTime(request.at, now);
  await insert(sql, 'review_approvals', {
    edition: edition.id,
    round: edition.round,
    stage: edition.stage,
    seat,
    person: actor.id,
    stood_in_for: standsInFor ?? null,
    fingerprint: edition.fingerprint,
    remark: request.remark ?? null,
    at: now.toISOString(),
  });
  if (request.remark) await keepRemark(scene, 'approve', { field: request.field, text: request.remark });
  await changeEdition(sql, edition.id, { holder: null, publish_at: publishAt });
  const left = openSeats(stage, [...filledSeats(approvals, edition.stage), seat]);
  if (left.length > 0) {
    await setSeats(sql, edition.id, left);
    return { to: 'reviewing', remark: request.remark ?? undefined };
  }
  return { ...(await (isLast ? finish(scene, publishAt) : goOn(scene))), remark: request.remark ?? undefined };
};

async function goOn(scene: Scene): Promise<Done> {
  const { review, sql, key, draft } = scene;
  const edition = scene.edition!;
  const next = edition.stages[edition.stage + 1]!;
  await changeEdition(sql, edition.id, { stage: edition.stage + 1, due_at: dueAfter(review.now(), next.days) });
  await setSeats(sql, edition.id, openSeats(next, []));
  await tellStage(review, next, { key, draft, apart: apartIn(scene) });
  return { to: 'reviewing' };
}

async function finish(scene: Scene, publishAt: string | null): Promise<Done> {
  const { review, sql, actor } = scene;
  const edition = scene.edition!;
  const now = review.now();
  await setSeats(sql, edition.id, []);
  if (!publishAt || new Date(publishAt) <= now) return publishEdition(review, sql, edition, { by: actor.id });
  await changeEdition(sql, edition.id, { state: 'scheduled', due_at: null });
  await makePlan(sql, planOf(scene, publishAt), now);
  await tell(review.strapi, {
    kind: 'scheduled',
    to: [...scene.contributors, ...(edition.submittedBy ? [edition.submittedBy] : [])].filter((id) => id !== actor.id),
    document: { ...scene.key, title: scene.draft.title },
    text: `《${scene.draft.title}》已签发，${shanghaiMinute(publishAt)} 发布。`,
  });
  return { to: 'scheduled' };
}

/** 退回: with a remark on the document or on one field; the round is over. */
export const returnEdition: MoveHandler = async (scene, { remark, field }) => {
  const { review, sql, key, actor, draft, contributors } = scene;
  const edition = scene.edition!;
  if (!remark) throw wrongField('remark', '请写明为什么退回、要改什么。');
  await keepRemark(scene, 'return', { field, text: remark });
  await endRound(scene, 'returned');
  const returned = { returned_by: actor.id, returned_at: review.now().toISOString(), return_text: remark };
  await changeEdition(sql, edition.id, returned);
  await tell(review.strapi, {
    kind: 'returned',
    to: [...contributors, ...(edition.submittedBy ? [edition.submittedBy] : [])].filter((id) => id !== actor.id),
    document: { ...key, title: draft.title },
    text: `${actor.name}退回了《${draft.title}》：${remark}`,
  });
  return { to: 'returned', remark };
};

/** 撤回: back to its writers, on their own wish. */
export const recall: MoveHandler = async (scene, { remark }) => {
  const { review, key, actor, draft, approvals } = scene;
  await endRound(scene, 'drafting');
  const { holder } = scene.edition!;
  await tell(review.strapi, {
    kind: 'recalled',
    to: [...approvals.map(({ person }) => person), ...(holder ? [holder] : [])].filter((id) => id !== actor.id),
    document: { ...key, title: draft.title },
    text: `${actor.name}撤回了《${draft.title}》，不用再审。`,
  });
  return { to: 'drafting', remark: remark ?? undefined };
};

/** Ends a round of review without a publication: its approvals are void, nothing waits any more. */
async function endRound({ review, sql, key, ...scene }: Scene, state: 'returned' | 'drafting'): Promise<void> {
  const edition = scene.edition!;
  const now = review.now();
  await voidApprovals(sql, edition, now);
  await cancelPlan(sql, key, 'publish', now);
  await setSeats(sql, edition.id, []);
  await changeEdition(sql, edition.id, { state, stage: 0, holder: null, due_at: null });
}

const keepRemark = (
  { review, key, actor, edition }: Scene,
  kind: 'approve' | 'return',
  { field, text }: { field: string | null | undefined; text: string },
) =>
  addRemark(review.strapi, {
    ...key,
    kind,
    text,
    field: field ?? undefined,
    editionId: edition!.id,
    by: { id: actor.id },
    at: review.now(),
  });
