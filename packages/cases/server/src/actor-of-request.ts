import type { Core } from '@strapi/strapi';

import { actionUid, RIGHTS } from './actions.ts';
import type { Actor } from './domain/actor.ts';
import { agenciesOf } from './engine-of-strapi.ts';
import type { Context } from './service-of-strapi.ts';

interface Granted {
  agenciesIn(roles: readonly string[]): readonly string[] | 'all';
}
interface Scopes {
  findGranted(userIds: readonly number[]): Promise<Map<number, Granted>>;
}

/** Reading what citizens think is for everybody in an agency; letters are for those who handle them. */
const OF_LETTERS = RIGHTS.filter((right) => !/^(opinion|survey)-/.test(right)).map(actionUid);

/** The agencies somebody acts for. Grants, where there are any, say it for the roles that handle letters, or else for all roles. */
async function findAgencies(strapi: Core.Strapi, userId: number): Promise<readonly string[]> {
  const own = await agenciesOf(strapi, userId);
  const granted = (await (strapi.plugin('access').service('scopes') as unknown as Scopes).findGranted([userId])).get(userId);
  if (!granted) return own;
  const roles = (await strapi.db.query('admin::role').findMany({ where: { users: { id: userId } }, select: ['code'], populate: { permissions: { where: { action: { $in: OF_LETTERS } }, select: ['id'] } } })) as {
    code: string;
    permissions: object[];
  }[];
  const ofLetters = roles.filter(({ permissions }) => permissions.length > 0);
  const agencies = granted.agenciesIn((ofLetters.length > 0 ? ofLetters : roles).map(({ code }) => code));
  return agencies === 'all' ? own : agencies;
}

/** Who is signed in, with the rights of their roles and the agencies they act for. */
export async function actorOf(strapi: Core.Strapi, ctx: Context): Promise<Actor> {
  const { user, userAbility } = ctx.state;
  return {
    id: user.id,
    name: [user.lastname, user.firstname].filter(Boolean).join('') || user.username || user.email,
    rights: new Set(RIGHTS.filter((right) => userAbility.can(actionUid(right)))),
    agencies: await findAgencies(strapi, user.id),
  };
}
