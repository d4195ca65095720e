import type { TemplateProps } from '../templates/props.ts';
import { escapeXml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Part of the site map for search engines. */
export function writeSitemap({ domain, pages }: TemplateProps['Sitemap']): string {
  const urls = pages.map(
    ({ path, date }) =>
      `<url><loc>${escapeXml(`https://${domain}${encodeURI(path)}`)}</loc>${date ? `<lastmod>${date}</lastmod>` : ''}</url>\n`,
  );
  return `${HEAD}<urlset ${NAMESPACE}>\n${urls.join('')}</urlset>\n`;
}

/** The list of its parts. */
export function writeSitemapIndex({ domain, paths }: TemplateProps['SitemapIndex']): string {
  const maps = paths.map((path) => `<sitemap><loc>${escapeXml(`https://${domain}${path}`)}</loc></sitemap>\n`);
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${maps.join('')}</sitemapindex>\n`;
}
