import type { Core } from '@strapi/strapi';

import type { Colleague } from './remark.ts';

/** Roles whose holders work on documents, those of every agency or of their own. */
const EVERYWHERE = ['site-administrator', 'strapi-super-admin'];
const IN_AGENCY = ['author', 'reviewer', 'signer'];

interface UserRow {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  roles: { code: string; name: string }[];
}

/** The name a person goes by, family name first as the fields are filled in here. */
export const nameOf = (person: Omit<UserRow, 'roles' | 'id'> | null | undefined) =>
  person ? `${person.firstname ?? ''}${person.lastname ?? ''}` || person.username || '一位同事' : '一位同事';

/** Lists who works on documents of an agency: its authors, reviewers and signers, and the site's administrators. */
export async function listColleagues(strapi: Core.Strapi, agencyId: string | undefined): Promise<Colleague[]> {
  const members = agencyId ? await listMembers(strapi, agencyId) : [];
  const where = {
    isActive: true,
    $or: [
      { roles: { code: { $in: EVERYWHERE } } },
      ...(members.length > 0 ? [{ id: { $in: members }, roles: { code: { $in: IN_AGENCY } } }] : []),
    ],
  };
  const users = (await strapi.db.query('admin::user').findMany({ where, populate: { roles: true } } as never)) as UserRow[];
  const known = new Map(users.map((user) => [user.id, { id: user.id, name: nameOf(user), roles: user.roles.map(({ name }) => name) }]));
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans'));
}

async function listMembers(strapi: Core.Strapi, agencyId: string): Promise<number[]> {
  const rows = (await strapi.db.query('api::agency.agency').findMany({
    where: { documentId: agencyId, publishedAt: null },
    select: ['id'],
    populate: { members: { select: ['id'] } },
  } as never)) as { members: { id: number }[] }[];
  return [...new Set(rows.flatMap(({ members }) => members.map(({ id }) => id)))];
}
