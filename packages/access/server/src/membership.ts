import type { Core } from '@strapi/strapi';

const AGENCY = 'api::agency.agency';

/** Answers the document ids of the agencies a user is a member of. Drafts count: membership needs no publication. */
export async function listAgenciesOf(strapi: Core.Strapi, userId: number): Promise<string[]> {
  const rows = await strapi.db.query(AGENCY).findMany({
    where: { members: { id: userId }, publishedAt: null },
    select: ['documentId'],
  });
  return [...new Set(rows.map(({ documentId }) => documentId as string))];
}
