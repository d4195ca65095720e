import type { Core } from '@strapi/strapi';

import { RICH_TEXT } from '../../rich-text/attributes';
import type { Schema } from '../check-data';
import type { Feed } from '../write-batch';
import { ADDRESSES, LINKS } from './address-book';

type Sql = Core.Strapi['db']['connection'];

/** A link that stands in a document still, with what it leads to when that is known. */
interface OpenLink {
  id: number;
  type: string;
  document_id: string;
  href: string;
  target_type: string;
  target_id: string;
}

/** Documents whose links are put right in one transaction. */
const BATCH = 100;

const attributeOf = (href: string) => `href="${href.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;

/**
 * Turns links to old addresses into links to the documents that were imported from there. Only the address in the link
 * changes, in the draft and in what is published, so what an editor has done to either since stays.
 *
 * @param onStep Told how many links are done.
 * @returns How many links were put right.
 */
export async function resolveLinks(strapi: Core.Strapi, now: Date, onStep: (done: number) => void = () => undefined): Promise<number> {
  let done = 0;
  for (;;) {
    const links = await findResolvable(strapi.db.connection);
    if (!links.length) return done;
    for (const type of new Set(links.map((link) => link.type))) await resolveOf(strapi, type, links.filter((link) => link.type === type), now);
    done += links.length;
    onStep(done);
  }
}

/** All open links of the next documents that have one whose target is known. */
async function findResolvable(sql: Sql): Promise<OpenLink[]> {
  const joined = () => sql(`${LINKS} as link`).join(`${ADDRESSES} as address`, 'address.address_digest', 'link.address_digest');
  const documents = (await joined().distinct('link.document_id as id').limit(BATCH)) as { id: string }[];
  return joined()
    .whereIn('link.document_id', documents.map(({ id }) => id))
    .select('link.id', 'link.type', 'link.document_id', 'link.href', 'address.type as target_type', 'address.document_id as target_id');
}

async function resolveOf(strapi: Core.Strapi, type: string, links: readonly OpenLink[], now: Date): Promise<void> {
  const uid = `api::${type}.${type}`;
  const schema = strapi.contentTypes[uid as never] as unknown as Schema;
  const table = strapi.db.metadata.get(uid) as unknown as { tableName: string; attributes: Record<string, { columnName: string }> };
  const columns = Object.entries(schema.attributes).filter(([, { customField }]) => customField === RICH_TEXT).map(([name]) => table.attributes[name]!.columnName);
  const feed = strapi.plugin('feed').service('feed') as unknown as Feed;
  const ids = [...new Set(links.map(({ document_id: id }) => id))];
  await strapi.db.transaction(async ({ trx }) => {
    const sql = trx as unknown as Sql;
    const rows = (await sql(table.tableName).whereIn('document_id', ids).select(['id', 'document_id', 'published_at', ...columns])) as Record<string, unknown>[];
    const published = new Set<string>();
    for (const row of rows) {
      const own = links.filter((link) => link.document_id === row.document_id);
      const changed = Object.fromEntries(columns.flatMap((column) => changeOf(row[column], own).map((html) => [column, html])));
      if (!Object.keys(changed).length) continue;
      await sql(table.tableName).where({ id: row.id as number }).update({ ...changed, updated_at: now });
      if (row.published_at) published.add(String(row.document_id));
    }
    if (published.size) await feed.adopt(uid, [...published]);
    await sql(LINKS).whereIn('id', links.map(({ id }) => id)).delete();
  });
}

function changeOf(html: unknown, links: readonly OpenLink[]): string[] {
  if (typeof html !== 'string') return [];
  const next = links.reduce((text, link) => text.replaceAll(attributeOf(link.href), `href="entry:${link.target_type}/${link.target_id}"`), html);
  return next === html ? [] : [next];
}

/** Links whose old address no import has brought, of some documents. */
export async function findUnknownLinks(sql: Sql, type: string): Promise<{ documentId: string; href: string; text: string }[]> {
  const rows = (await sql(LINKS).where({ type }).orderBy('id').select('document_id', 'href', 'text')) as { document_id: string; href: string; text: string }[];
  return rows.map(({ document_id: documentId, href, text }) => ({ documentId, href, text }));
}
