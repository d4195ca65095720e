import type { Core } from '@strapi/strapi';

/** An agency or a site, as a list offers it. */
export interface Place {
  /** documentId. */
  id: string;
  title: string;
}

/** What a robot can belong to. */
export async function listPlaces(strapi: Core.Strapi): Promise<{ agencies: Place[]; sites: Place[] }> {
  const [agencies, sites] = await Promise.all([listDrafts(strapi, 'api::agency.agency'), listDrafts(strapi, 'api::site.site')]);
  return { agencies, sites };
}

async function listDrafts(strapi: Core.Strapi, uid: string): Promise<Place[]> {
  const rows = (await strapi.db.query(uid as never).findMany({
    select: ['documentId', 'title'],
    where: { publishedAt: null, locale: 'zh-Hans' },
    orderBy: { id: 'asc' },
  } as never)) as { documentId: string; title: string | null }[];
  return rows.map(({ documentId, title }) => ({ id: documentId, title: title ?? '（没有名称）' }));
}
