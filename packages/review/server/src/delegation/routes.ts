import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { type Actor, findPeople, loadActor, loadActors } from '../editions/actor.ts';
import type { Context } from '../editions/may-read.ts';
import { wrongFields } from '../editions/move-request.ts';
import { STAGE_ROLES } from '../flow/flow.ts';
import { reviewOf } from '../review.ts';
import { addDelegation, endDelegation, listDelegations } from './delegations.ts';

const instant = z.iso.datetime({ offset: true, message: '时间要写成带时区的格式，例如 2026-11-26T09:00:00+08:00' });
const body = z.strictObject({
  person: z.number().int().positive(),
  delegate: z.number({ error: '请选择由谁代理。' }).int().positive(),
  from: instant,
  until: instant,
  reason: z.string().trim().max(200, '原因最多 200 个字').nullish(),
});

/** Who acts for whom during absence. */
export const delegationsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    context.body = { data: await answer(strapi, await actorOf(strapi, context)) };
  },

  async add(context: Context) {
    const parsed = body.safeParse(context.request.body);
    if (!parsed.success)
      throw wrongFields(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
    const actor = await actorOf(strapi, context);
    await addDelegation(reviewOf(strapi), actor, parsed.data);
    context.body = { data: await answer(strapi, actor) };
  },

  async end(context: Context) {
    const actor = await actorOf(strapi, context);
    await endDelegation(reviewOf(strapi), actor, Number(context.params.id));
    context.body = { data: await answer(strapi, actor) };
  },
});

async function actorOf(strapi: Core.Strapi, context: Context): Promise<Actor> {
  const actor = await loadActor(strapi, context.state.user.id);
  if (!actor) throw new errors.ForbiddenError();
  return actor;
}

/** The delegations, and the colleagues one may choose from: administrators speak for others, and so may choose anybody. */
async function answer(strapi: Core.Strapi, actor: Actor) {
  const colleagues = new Map<number, string>();
  const known = actor.administers ? await loadEverybody(strapi) : await loadColleagues(strapi, actor);
  for (const { id, name } of known) if (id !== actor.id) colleagues.set(id, name);
  return {
    me: { id: actor.id, name: actor.name },
    mayDelegateOthers: actor.administers,
    delegations: await listDelegations(reviewOf(strapi), actor),
    colleagues: [...colleagues].map(([id, name]) => ({ id, name })),
  };
}

async function loadColleagues(strapi: Core.Strapi, { agencies }: Actor): Promise<Actor[]> {
  const found: Actor[] = [];
  for (const agency of agencies) found.push(...(await findPeople(strapi, { agency, roles: [...STAGE_ROLES], users: [] })));
  return found;
}

async function loadEverybody(strapi: Core.Strapi): Promise<Actor[]> {
  const users = (await strapi.db.query('admin::user').findMany({ where: { isActive: true }, select: ['id'] })) as { id: number }[];
  return loadActors(
    strapi,
    users.map(({ id }) => id),
  );
}

const config = { policies: ['admin::isAuthenticatedAdmin'] };

/** The admin's routes of delegations, below `/review`. */
export const DELEGATION_ROUTES = [
  { method: 'GET', path: '/delegations', handler: 'delegations.list', config },
  { method: 'POST', path: '/delegations', handler: 'delegations.add', config },
  { method: 'DELETE', path: '/delegations/:id', handler: 'delegations.end', config },
];
