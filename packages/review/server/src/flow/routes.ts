import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { type Actor, loadActor, loadNames } from '../editions/actor.ts';
import { isReviewed, labelOf } from '../editions/document.ts';
import type { Context } from '../editions/may-read.ts';
import { wrongFields } from '../editions/move-request.ts';
import { record } from '../neighbours.ts';
import { reviewOf } from '../review.ts';
import { inTransaction, onConnection } from '../store/connection.ts';
import { DEFAULT_FLOW, type Flow, stagesSchema } from './flow.ts';
import { listFlows, replaceFlows } from './flow-store.ts';

const flowSchema = z.strictObject({
  id: z.number().optional(),
  name: z.string().trim().min(1, '请给流程起个名字').max(40, '名字最多 40 个字'),
  site: z.string().max(64).nullable(),
  column: z.string().max(64).nullable(),
  uid: z.string().max(128).nullable(),
  stages: stagesSchema,
});
const bodySchema = z.strictObject({ flows: z.array(flowSchema).max(200, '最多 200 个流程') });

/** The configuration of flows: everybody may know how a text is reviewed, site administrators say it. */
export const flowsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    const flows = await onConnection(strapi, listFlows);
    const people = await loadNames(
      strapi,
      flows.flatMap(({ stages }) => stages.flatMap(({ users }) => users)),
    );
    const types = Object.keys(strapi.contentTypes).filter((uid) => isReviewed(strapi, uid));
    context.body = {
      data: {
        flows,
        standard: DEFAULT_FLOW,
        people: Object.fromEntries(people),
        types: types.map((uid) => ({ uid, label: labelOf(strapi, uid) })),
      },
    };
  },

  async replace(context: Context) {
    const by = await administrator(strapi, context);
    const parsed = bodySchema.safeParse(context.request.body);
    if (!parsed.success)
      throw wrongFields(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
    const { flows } = parsed.data;
    await refuseWrong(strapi, flows);
    await inTransaction(strapi, async (sql) => {
      const before = await listFlows(sql);
      await replaceFlows(sql, flows, { by: by.id, now: reviewOf(strapi).now() });
      await record(strapi, { action: 'review.flows', before: { flows: before }, after: { flows } });
    });
    return this.list(context);
  },
});

/** @throws {errors.ForbiddenError} */
export async function administrator(strapi: Core.Strapi, context: Context): Promise<Actor> {
  const actor = await loadActor(strapi, context.state.user.id);
  if (!actor?.administers) throw new errors.ForbiddenError();
  return actor;
}

/** @throws {errors.ValidationError} Naming each flow that could never work. */
async function refuseWrong(strapi: Core.Strapi, flows: readonly Flow[]): Promise<void> {
  const problems: { field: string; message: string }[] = [];
  const places = flows.map(({ site, column, uid }) => [site, column, uid].join('|'));
  for (const [index, { name, site, column, uid, stages }] of flows.entries()) {
    const say = (part: string, message: string) =>
      problems.push({ field: `flows.${index}.${part}`, message: `“${name}”：${message}` });
    if (places.indexOf(places[index]!) < index) say('name', '有两个流程的适用范围完全一样，请删去一个。');
    if (uid !== null && !isReviewed(strapi, uid)) say('uid', '没有这类需要审核的内容。');
    if (site !== null && !(await exists(strapi, 'api::site.site', site))) say('site', '没有这个站点。');
    if (column !== null && !(await exists(strapi, 'api::column.column', column))) say('column', '没有这个栏目。');
    for (const { name: stage, users } of stages)
      for (const id of users)
        if (!(await loadActor(strapi, id))) say('stages', `“${stage}”指定的人员（编号 ${id}）不存在或已停用。`);
  }
  if (problems.length > 0) throw wrongFields(problems);
}

const exists = async (strapi: Core.Strapi, uid: string, documentId: string): Promise<boolean> =>
  (await strapi.db.query(uid as never).count({ where: { documentId } } as never)) > 0;

const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const FLOW_ROUTES = [
  { method: 'GET', path: '/flows', handler: 'flows.list', config },
  { method: 'PUT', path: '/flows', handler: 'flows.replace', config },
];
