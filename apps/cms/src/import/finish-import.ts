import type { Core } from '@strapi/strapi';

import type { Mapping } from './mapping';
import { makeRedirects } from './old-site/make-redirects';
import { findUnknownLinks, resolveLinks } from './old-site/resolve-links';
import type { PlacedRemark } from './report/remarks';

/** What followed when all documents were there. */
export interface Finish {
  links: number;
  redirects: number;
  remarks: PlacedRemark[];
}

/**
 * The second pass, after the last source: links between imported documents become links by identity, and redirects are
 * made from the old addresses. Run again it does only what is left.
 */
export async function finishImport(strapi: Core.Strapi, { mapping, now, onStep }: { mapping: Mapping; now: Date; onStep?: (done: number) => void }): Promise<Finish> {
  const links = await resolveLinks(strapi, now, onStep);
  const unknown = await findUnknownLinks(strapi.db.connection, mapping.type);
  const titles = await readTitles(strapi, mapping.type, unknown.map(({ documentId }) => documentId));
  const remarks = unknown.map(({ documentId, href, text }): PlacedRemark => ({ kind: 'unknown-link', place: documentId, title: titles.get(documentId) ?? '', detail: `${text}（${href}）` }));
  const redirects = mapping.oldSite.redirects && mapping.publish ? await makeRedirects(strapi, { mapping, now }) : { made: 0, refused: [] };
  remarks.push(...redirects.refused.map(({ address, path, reason }): PlacedRemark => ({ kind: 'refused-redirect', place: path, title: '', detail: `${address}：${reason}` })));
  return { links, redirects: redirects.made, remarks };
}

async function readTitles(strapi: Core.Strapi, type: string, documentIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(documentIds)];
  const titles = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 500) {
    const rows = (await strapi.db.query(`api::${type}.${type}` as never).findMany({ where: { documentId: { $in: ids.slice(from, from + 500) } }, select: ['documentId', 'title'] })) as {
      documentId: string;
      title: string;
    }[];
    for (const { documentId, title } of rows) titles.set(documentId, title);
  }
  return titles;
}
