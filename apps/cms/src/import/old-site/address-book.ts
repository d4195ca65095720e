import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { PageLink } from './references';

type Sql = Core.Strapi['db']['connection'];

/** Which document an old address belongs to, and the redirect that was made from it. */
export const ADDRESSES = 'imported_addresses';
/** Links to old addresses that stand in imported documents still. */
export const LINKS = 'imported_links';

/** Addresses can be long; they are searched by their digest. */
export const addressDigest = (key: string) => createHash('sha256').update(key).digest('hex');

/** Makes the tables the importer knows old addresses by. */
export async function ensureAddressTables(sql: Sql): Promise<void> {
  if (!(await sql.schema.hasTable(ADDRESSES))) {
    await sql.schema.createTable(ADDRESSES, (table) => {
      table.string('address_digest', 64).primary();
      table.text('address').notNullable();
      table.string('type').notNullable();
      table.string('document_id').notNullable();
      table.string('redirect_id');
      table.index(['document_id'], 'imported_addresses_document_idx');
    });
  }
  if (await sql.schema.hasTable(LINKS)) return;
  await sql.schema.createTable(LINKS, (table) => {
    table.increments('id');
    table.string('type').notNullable();
    table.string('document_id').notNullable();
    table.text('href').notNullable();
    table.string('address_digest', 64).notNullable();
    table.text('text').notNullable();
    table.index(['address_digest'], 'imported_links_address_idx');
    table.index(['document_id'], 'imported_links_document_idx');
  });
}

/** What a written document says about the old site. */
export interface OldPage {
  documentId: string;
  address?: { href: string; key: string } | undefined;
  links: readonly PageLink[];
}

async function insertAll(sql: Sql, table: string, rows: object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 100) await sql(table).insert(rows.slice(from, from + 100));
}

/** Remembers addresses and links of documents, in the transaction that writes them. */
export async function rememberPages(sql: Sql, type: string, pages: readonly OldPage[]): Promise<void> {
  const addresses = pages.flatMap(({ documentId, address }) =>
    address ? [{ address_digest: addressDigest(address.key), address: address.href, type, document_id: documentId }] : [],
  );
  for (let from = 0; from < addresses.length; from += 100)
    await sql(ADDRESSES).insert(addresses.slice(from, from + 100)).onConflict('address_digest').merge(['address', 'type', 'document_id']);
  for (let from = 0; from < pages.length; from += 500)
    await sql(LINKS).whereIn('document_id', pages.slice(from, from + 500).map(({ documentId }) => documentId)).where({ type }).delete();
  const links = pages.flatMap(({ documentId, links: own }) =>
    own.map(({ href, key, text }) => ({ type, document_id: documentId, href, address_digest: addressDigest(key), text: text.slice(0, 200) })),
  );
  await insertAll(sql, LINKS, links);
}
