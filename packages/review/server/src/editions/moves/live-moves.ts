import { shanghaiMinute } from '@mingchuang/content/dates';

import { runAs } from '../../guard/running.ts';
import { tell } from '../../neighbours.ts';
import type { Review } from '../../review.ts';
import { cancelPlan, makePlan } from '../../schedule/plans.ts';
import { insert } from '../../store/columns.ts';
import type { Sql } from '../../store/connection.ts';
import { columnsOf, type DocumentKey, lookup, openKeyOf, rowWhere } from '../document.ts';
import { changeEdition, findLastPublished, listContributors } from '../edition-store.ts';
import { wrongField } from '../move-request.ts';
import type { MoveHandler } from './done.ts';
import { passGate } from './gate.ts';
import { plannedTime, planOf } from './planned-time.ts';
import { endWithdrawals, publishDocument } from './publish-edition.ts';
import { loadBase, loadDraft } from '../base.ts';

interface Documents {
  update(params: object): Promise<unknown>;
  unpublish(params: object): Promise<unknown>;
  discardDraft(params: object): Promise<unknown>;
}
const documentsOf = ({ strapi }: Review, uid: string) => strapi.documents(uid as never) as unknown as Documents;

/** 撤下: now or at a time; the page says why. */
export const withdraw: MoveHandler = async (scene, { reason, at }) => {
  const { review, sql, key, actor } = scene;
  if (!reason) throw wrongField('reason', '请填写撤下原因。原网址会向公众显示这段话。');
  if (at) {
    const planned = plannedTime(at, review.now());
    await makePlan(sql, planOf(scene, planned, reason), review.now());
    return { to: 'live', remark: `定于 ${shanghaiMinute(planned)} 撤下：${reason}` };
  }
  await withdrawDocument(review, sql, key, { reason, person: actor.id });
  return { to: 'withdrawn', remark: reason };
};

/** Takes a document away, with its reason for the public. */
export async function withdrawDocument(
  review: Review,
  sql: Sql,
  key: DocumentKey,
  { reason, person }: { reason: string; person: number },
): Promise<void> {
  const now = review.now();
  const { strapi } = review;
  const base = await loadBase(review, sql, key);
  const last = await findLastPublished(sql, key);
  const waits = await sql('review_editions')
    .where({ forced_key: openKeyOf(key) })
    .first('id');
  await insert(sql, 'review_withdrawals', {
    ...columnsOf(key),
    reason,
    person,
    at: now.toISOString(),
    fingerprint: waits ? null : base.fingerprint,
  });
  await sql('review_editions')
    .where({ forced_key: openKeyOf(key) })
    .update({ forced_key: null });
  await cancelPlan(sql, key, 'withdraw', now);
  // The feed reads the reason from the draft when the document goes.
  await strapi.db.query(key.uid as never).update({
    where: rowWhere(strapi, key, 'draft'),
    data: { withdrawalReason: reason },
  } as never);
  await runAs({ kind: 'publication', document: key }, () =>
    documentsOf(review, key.uid).unpublish(lookup(strapi, key)),
  );
  const title = (await loadDraft(review, key))?.title ?? last?.title ?? '';
  await tell(strapi, {
    kind: 'withdrawn',
    to: (last ? await listContributors(sql, last.id) : []).filter((id) => id !== person),
    document: { ...key, title },
    text: `《${title}》已撤下。原因：${reason}`,
  });
}

/** 取消定时撤下. */
export const cancelWithdrawal: MoveHandler = async ({ review, sql, key }) => {
  await cancelPlan(sql, key, 'withdraw', review.now());
  return { to: 'live' };
};

/** 恢复: exactly what was withdrawn is live again, at its old address. */
export const restore: MoveHandler = async (scene, request) => {
  const { review, sql, key } = scene;
  await passGate(scene, request);
  await publishDocument(review, key);
  await endWithdrawals(sql, key, review.now());
  return { to: 'live', remark: request.remark ?? undefined };
};

/** 移动: another column and another address; the old one leads there. The text stays as it was approved. */
export const move: MoveHandler = async (scene, request) => {
  const { review, key, draft } = scene;
  const { strapi } = review;
  const column = typeof request.to === 'string' ? await findColumn(review, request.to) : undefined;
  if (!column) throw wrongField('to', '请选择移到哪个栏目，它必须已经发布。');
  if (draft.column === request.to) throw wrongField('to', '已经在这个栏目里。');
  await runAs({ kind: 'publication', document: key }, () =>
    documentsOf(review, key.uid).update({ ...lookup(strapi, key), data: { column: request.to } }),
  );
  await passGate(scene, request);
  await publishDocument(review, key);
  return { to: 'live', remark: `移到“${column.title}”` };
};

const findColumn = async ({ strapi }: Review, documentId: string) =>
  (await strapi.db.query('api::column.column').findOne({
    where: { documentId, publishedAt: { $notNull: true } },
    select: ['title'],
  })) as { title: string } | null;

/** 放弃修改: the draft is again what visitors see. */
export const discard: MoveHandler = async ({ review, sql, key, actor, edition }) => {
  await runAs({ kind: 'publication', document: key }, () =>
    documentsOf(review, key.uid).discardDraft(lookup(review.strapi, key)),
  );
  const closed = { state: 'discarded', open_key: null, closed_at: review.now().toISOString(), closed_by: actor.id };
  await changeEdition(sql, edition!.id, closed);
  return { to: 'discarded' };
};
