import type { Core } from '@strapi/strapi';

import { nameOf } from '../remarks/colleagues.ts';

/** Somebody who may stand in a stage of a flow. */
export interface StaffMember {
  id: number;
  name: string;
  /** Codes; the super administrator counts as a site administrator. */
  roles: string[];
  /** documentIds of the agencies they are a member of. */
  agencies: string[];
}

interface UserRow {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  roles: { code: string }[];
}

const SUPER = 'strapi-super-admin';
const STANDING = ['author', 'reviewer', 'signer', 'site-administrator', SUPER];

/** Lists everybody who may stand in a stage, with roles and agencies. */
export async function listStaff(strapi: Core.Strapi): Promise<StaffMember[]> {
  const users = (await strapi.db.query('admin::user').findMany({
    where: { isActive: true, roles: { code: { $in: STANDING } } },
    populate: { roles: { select: ['code'] } },
  } as never)) as UserRow[];
  const agencies = (await strapi.db.query('api::agency.agency').findMany({
    where: { publishedAt: null },
    select: ['documentId'],
    populate: { members: { select: ['id'] } },
  } as never)) as { documentId: string; members: { id: number }[] }[];
  const known = new Map(users.map((user) => [user.id, user]));
  return [...known.values()]
    .map((user) => ({
      id: user.id,
      name: nameOf(user),
      roles: user.roles.map(({ code }) => (code === SUPER ? 'site-administrator' : code)),
      agencies: [...new Set(agencies.filter(({ members }) => members.some(({ id }) => id === user.id)).map(({ documentId }) => documentId))],
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans'));
}
