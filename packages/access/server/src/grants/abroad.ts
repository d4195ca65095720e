import type { Core } from '@strapi/strapi';

import { perRequest } from './per-request.ts';

/**
 * An agency as conditions know it while a document of its is put on a site it does not belong to. Members may not do so;
 * a grant lets them, on the site it names or on all.
 */
export const abroad = (agency: string): string => `${agency}@abroad`;

/** Which site agencies and columns belong to, by documentId. */
export interface Sites {
  /** What people call the site of a column or an agency. */
  nameOf(documentId: string): string;
  /** Whether a column is on another site than an agency. Nothing is where there is one site, or one of them has none yet. */
  isAbroad(agency: string, column: string): boolean;
  /** Whether there are several. */
  areSeveral: boolean;
}

interface Row {
  documentId: string;
  site?: { documentId: string; title: string } | null;
}

const NONE: Sites = { nameOf: () => '', isAbroad: () => false, areSeveral: false };

async function load(strapi: Core.Strapi): Promise<Sites> {
  const sites = (await strapi.db.query('api::site.site').findMany({ select: ['documentId'] })) as Row[];
  if (new Set(sites.map(({ documentId }) => documentId)).size < 2) return NONE;
  const placed = new Map<string, { documentId: string; title: string }>();
  for (const uid of ['api::agency.agency', 'api::column.column']) {
    const rows = (await strapi.db.query(uid as never).findMany({
      where: { publishedAt: null },
      select: ['documentId'],
      populate: { site: { select: ['documentId', 'title'] } },
    } as never)) as unknown as Row[];
    for (const { documentId, site } of rows) if (site) placed.set(documentId, site);
  }
  const siteOf = (documentId: string) => placed.get(documentId)?.documentId;
  return {
    nameOf: (documentId) => placed.get(documentId)?.title ?? '',
    isAbroad: (agency, column) => [agency, column].every(siteOf) && siteOf(agency) !== siteOf(column),
    areSeveral: true,
  };
}

/** Finds out, once a request, which site agencies and columns belong to. */
export const loadSites = (strapi: Core.Strapi): Promise<Sites> => perRequest(strapi, 'sites', () => load(strapi));
