import type { Core } from '@strapi/strapi';

import type { Official } from '../checks/officials.ts';

const LEADER = 'api::leader.leader';

/** The leaders the portal names, in their order. */
export async function listOfficials(strapi: Core.Strapi): Promise<Official[]> {
  const rows = (await strapi.db.query(LEADER as never).findMany({
    where: { publishedAt: { $notNull: true } },
    select: ['title', 'position', 'order'],
    orderBy: { order: 'asc' },
  } as never)) as unknown as { title: string; position: string }[];
  return rows.map(({ title, position }) => ({ name: title, position }));
}
