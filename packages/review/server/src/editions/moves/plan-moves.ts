import { dueAfter } from '../../flow/due.ts';
import { openSeats } from '../../flow/seats.ts';
import { cancelPlan, makePlan } from '../../schedule/plans.ts';
import { changeEdition, setSeats, voidApprovals } from '../edition-store.ts';
import { wrongField } from '../move-request.ts';
import type { MoveHandler } from './done.ts';
import { plannedTime, planOf } from './planned-time.ts';

/** 改定时: sets when it goes live once it is signed; what is signed already gets another time. */
export const schedule: MoveHandler = async (scene, { at }) => {
  const { review, sql } = scene;
  const { id, state } = scene.edition!;
  const now = review.now();
  if (!at && state === 'scheduled') throw wrongField('at', '请选择发布时间。不想定时就取消定时或立即发布。');
  const publishAt = at ? plannedTime(at, now) : null;
  await changeEdition(sql, id, { publish_at: publishAt });
  if (state === 'scheduled') await makePlan(sql, planOf(scene, publishAt!), now);
  return { to: state, remark: publishAt ?? '不定时' };
};

/** 取消定时: back to the last stage, which has to be signed anew with or without a time. */
export const unschedule: MoveHandler = async ({ review, sql, key, ...scene }) => {
  const edition = scene.edition!;
  const now = review.now();
  const last = edition.stages.length - 1;
  const stage = edition.stages[last]!;
  await cancelPlan(sql, key, 'publish', now);
  await voidApprovals(sql, edition, now, last);
  const again = { state: 'reviewing', stage: last, publish_at: null, holder: null, due_at: dueAfter(now, stage.days) };
  await changeEdition(sql, edition.id, again);
  await setSeats(sql, edition.id, openSeats(stage, []));
  return { to: 'reviewing' };
};
