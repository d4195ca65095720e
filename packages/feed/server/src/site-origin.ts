import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';

import { reader } from './database.ts';
import { findMainSite } from './main-site.ts';

interface SiteRow {
  documentId: string;
  domain: string;
  siteCode: string;
}

/**
 * Where the pages of a site are reached. The address of the portal leads to the site whose domain it is, and to the main
 * site when it is none's. The others have their domain, or on this machine alone the name the gateway gives them under
 * `localhost`.
 *
 * @param portalUrl Without a slash at its end.
 * @param site documentId of the site; what belongs to none is on the main one.
 */
export async function findOrigin(strapi: Core.Strapi, portalUrl: string, site: string | undefined): Promise<string> {
  const rows: SiteRow[] = await strapi.db.query('api::site.site').findMany({ where: { locale: DEFAULT_LOCALE, publishedAt: { $notNull: true } }, select: ['documentId', 'domain', 'siteCode'] });
  const { protocol, hostname, port } = new URL(portalUrl);
  const own = rows.find(({ documentId }) => documentId === site);
  const named = rows.find(({ domain }) => domain === hostname) ?? (await findMainSite(await reader(strapi), rows));
  if (!own || own === named) return portalUrl;
  const isHere = hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
  if (!isHere) return `https://${own.domain}`;
  const [label] = own.domain.replace(/^www\./, '').split('.');
  return `${protocol}//${label}.localhost${port && `:${port}`}`;
}
