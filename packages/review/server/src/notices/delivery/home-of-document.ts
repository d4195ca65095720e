import type { Core } from '@strapi/strapi';

import type { Row } from '../../store/connection.ts';

/** Where a document belongs: documentIds. */
export interface Home {
  agency?: string | undefined;
  site?: string | undefined;
}

interface Found {
  agency?: { documentId: string; site?: { documentId: string } | null } | null;
  column?: { site?: { documentId: string } | null } | null;
  site?: { documentId: string } | null;
}

const SITE = { site: { select: ['documentId'] } };

/** Finds the agency and the site of the document a notice is about; nothing when it is gone or about none. */
export async function homeOf(strapi: Core.Strapi, { uid, document_id: documentId }: Row): Promise<Home> {
  const model = uid ? strapi.contentTypes[uid as never] : undefined;
  if (!model) return {};
  const { attributes } = model as { attributes: object };
  const found = (await strapi.db.query(uid as never).findOne({
    where: { documentId, publishedAt: null },
    populate: {
      ...('agency' in attributes && { agency: { select: ['documentId'], populate: SITE } }),
      ...('column' in attributes && { column: { select: ['documentId'], populate: SITE } }),
      ...('site' in attributes && SITE),
    },
  } as never)) as Found | null;
  return {
    agency: found?.agency?.documentId,
    site: (found?.site ?? found?.column?.site ?? found?.agency?.site)?.documentId,
  };
}
