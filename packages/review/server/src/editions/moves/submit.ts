import { dueAfter } from '../../flow/due.ts';
import type { Stage } from '../../flow/flow.ts';
import { openSeats } from '../../flow/seats.ts';
import { findPeople } from '../actor.ts';
import { changeEdition, setSeats } from '../edition-store.ts';
import { type MoveRequest, wrongFields } from '../move-request.ts';
import { apartIn, chooseStages, type Scene } from '../scene.ts';
import { tellStage } from '../tell-stage.ts';
import type { MoveHandler } from './done.ts';
import { passGate } from './gate.ts';
import { plannedTime } from './planned-time.ts';

/** 送审: the checks and the stages are settled, and the first stage begins. */
export const submit: MoveHandler = async (scene, request) => {
  const { review, sql, key, actor, draft } = scene;
  const edition = scene.edition!;
  const now = review.now();
  await passGate(scene, request);
  const change = readChange(scene, request);
  const publishAt = request.at ? plannedTime(request.at, now) : null;
  const stages = await chooseStages(review, sql, key, draft);
  await refuseDeadEnds(scene, stages);

  await changeEdition(sql, edition.id, {
    state: 'reviewing',
    round: edition.round + 1,
    stage: 0,
    flow: JSON.stringify(stages),
    in_column: draft.column,
    submitted_by: actor.id,
    submitted_at: now.toISOString(),
    holder: null,
    due_at: dueAfter(now, stages[0]!.days),
    publish_at: publishAt,
    ...change,
    returned_at: null,
    returned_by: null,
    return_text: null,
  });
  await setSeats(sql, edition.id, openSeats(stages[0]!, []));
  await tellStage(review, stages[0]!, { key, draft, apart: apartIn(scene) });
  return { to: 'reviewing', remark: request.remark ?? undefined };
};

/** What the public is told of a change. Nothing is, the first time a document is published. */
function readChange({ base }: Scene, { changeKind, changeNote }: MoveRequest) {
  if (base.presence === 'never') return { change_kind: null, change_note: null };
  if (!changeKind)
    throw wrongFields([
      {
        field: 'changeKind',
        message: '这篇内容发布过，请选择这次是“小改动”（不另行说明）还是“重要更新”（告诉公众改了什么）。',
      },
    ]);
  if (changeKind === 'major' && !changeNote)
    throw wrongFields([{ field: 'changeNote', message: '重要更新要写“更新说明”，一两句话告诉公众改了什么。' }]);
  return { change_kind: changeKind, change_note: changeKind === 'major' ? changeNote : null };
}

/** Nobody should wait for a stage that no one can pass: it is said before, with the stage. */
async function refuseDeadEnds({ review, key, draft, contributors }: Scene, stages: readonly Stage[]): Promise<void> {
  const problems: { field: string; message: string }[] = [];
  for (const [index, { name, roles, users }] of stages.entries()) {
    const people = await findPeople(review.strapi, { agency: draft.agency, roles, users, key });
    if (people.some(({ id }) => !contributors.includes(id))) continue;
    if (await hasAdministrator(review, contributors)) continue;
    const message = `“${name}”除了写稿的人没有别人能审。请站点管理员给这个机构添加能审的人，或调整流程。`;
    problems.push({ field: `stages.${index}`, message });
  }
  if (problems.length > 0) throw wrongFields(problems);
}

async function hasAdministrator({ strapi }: Scene['review'], except: readonly number[]): Promise<boolean> {
  const count = await strapi.db.query('admin::user').count({
    where: {
      isActive: true,
      id: { $notIn: [0, ...except] },
      roles: { code: { $in: ['site-administrator', 'strapi-super-admin'] } },
    },
  });
  return count > 0;
}
