import type { Core } from '@strapi/strapi';

import { actionUid, RIGHTS } from './actions.ts';
import type { Actor } from './domain/actor.ts';
import { agenciesOf } from './engine-of-strapi.ts';
import type { Context } from './service-of-strapi.ts';

/** Who is signed in, with the rights of their roles and the agencies they belong to. */
export async function actorOf(strapi: Core.Strapi, ctx: Context): Promise<Actor> {
  const { user, userAbility } = ctx.state;
  return {
    id: user.id,
    name: [user.lastname, user.firstname].filter(Boolean).join('') || user.username || user.email,
    rights: new Set(RIGHTS.filter((right) => userAbility.can(actionUid(right)))),
    agencies: await agenciesOf(strapi, user.id),
  };
}
