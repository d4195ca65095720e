import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';

interface SiteRow {
  documentId: string;
  domain: string;
  siteCode: string;
}

/**
 * Where the pages of a site are reached. The address of the portal leads to the main site: that of its domain, or else
 * that with the lowest code. The others have their domain, or on this machine alone the name the gateway gives them under
 * `localhost`.
 *
 * @param portalUrl Without a slash at its end.
 * @param site documentId of the site; what belongs to none is on the main one.
 */
export async function findOrigin(strapi: Core.Strapi, portalUrl: string, site: string | undefined): Promise<string> {
  const rows: SiteRow[] = await strapi.db.query('api::site.site').findMany({ where: { locale: DEFAULT_LOCALE, publishedAt: { $notNull: true } }, select: ['documentId', 'domain', 'siteCode'] });
  const { protocol, hostname, port } = new URL(portalUrl);
  const own = rows.find(({ documentId }) => documentId === site);
  const main = rows.find(({ domain }) => domain === hostname) ?? rows.reduce((first, row) => (row.siteCode < first.siteCode ? row : first), rows[0]!);
  if (!own || own === main) return portalUrl;
  const isHere = hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
  if (!isHere) return `https://${own.domain}`;
  const [label] = own.domain.replace(/^www\./, '').split('.');
  return `${protocol}//${label}.localhost${port && `:${port}`}`;
}
