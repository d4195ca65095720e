import type { Change, Identity } from './changes.ts';
import { inChunks, type Row, type Sql } from './database.ts';

/** An address that was given out, and what stands there now. */
export interface AddressRow extends Identity {
  path: string;
  /** documentId of the site it is an address of; '' for one that was given before sites had addresses of their own. */
  site: string;
  state: 'live' | 'withdrawn' | 'moved';
  to?: string;
  /** The site of `to`, where that is another one. */
  toSite?: string;
  /** documentId of the column the address was made from. */
  columnId?: string;
  title?: string;
  reason?: string;
  at: string;
}

/** What a withdrawn page says when its editors gave no reason. */
export const DEFAULT_REASON = '该内容已由发布单位撤下';

/** An address is asked for that belongs to another document, now or once. */
export class AddressTaken extends Error {
  override name = 'AddressTaken';
  readonly holder: AddressRow;

  constructor(holder: AddressRow) {
    super(`${holder.path} belongs to ${holder.type} ${holder.documentId}`);
    this.holder = holder;
  }
}

/** The addresses at some paths of a site; of every site where it is not known. */
export async function findByPath(sql: Sql, site: string, paths: readonly string[]): Promise<Map<string, AddressRow>> {
  const found = new Map<string, AddressRow>();
  for (const part of inChunks(paths)) {
    const query = sql('feed_addresses').whereIn('path', part);
    const rows: Row[] = await (site === '' ? query : query.whereIn('site', [site, '']));
    for (const row of rows) found.set(String(row.path), readAddress(row));
  }
  return found;
}

/** Every address some documents have or had. */
export async function findByDocument(sql: Sql, type: string, documentIds: readonly string[]): Promise<AddressRow[]> {
  const found: AddressRow[] = [];
  for (const part of inChunks(documentIds)) {
    const rows: Row[] = await sql('feed_addresses').whereIn('document_id', part).where({ type });
    found.push(...rows.map(readAddress));
  }
  return found;
}

/** A document that shall stand at a path. */
export interface Claim extends Identity {
  path: string;
  /** documentId of the site; left out by what belongs to none. */
  site?: string | undefined;
  columnId?: string | undefined;
  title?: string | undefined;
}

/**
 * Gives a document an address of a site. Its other addresses lead there from now on, directly: chains are never made.
 *
 * @param own Every address the document has or had, in its locale.
 * @returns The changes readers have to learn of; a new address is none, since nothing stood there.
 * @throws {AddressTaken} When the path is another document's of this site. An address is never given twice.
 */
export async function claimAddress(sql: Sql, claim: Claim, own: readonly AddressRow[], now: Date): Promise<Change[]> {
  const { type, documentId, locale, path, site = '', columnId, title } = claim;
  const isHere = (row: AddressRow) => row.path === path && (row.site === site || row.site === '' || site === '');
  const holder = own.find(isHere) ?? (await findByPath(sql, site, [path])).get(path);
  if (holder && (holder.type !== type || holder.documentId !== documentId || holder.locale !== locale))
    throw new AddressTaken(holder);

  const changes: Change[] = [];
  const live = {
    state: 'live',
    to: null,
    to_site: null,
    reason: null,
    column_id: columnId ?? null,
    title: title ?? null,
  };
  if (!holder)
    await sql('feed_addresses').insert({
      path,
      site,
      type,
      document_id: documentId,
      locale,
      ...live,
      at: now.toISOString(),
    });
  else if (holder.state !== 'live') {
    await sql('feed_addresses')
      .where({ path, site: holder.site })
      .update({ ...live, at: now.toISOString() });
    changes.push({ kind: 'address', type, documentId, locale, path });
  } else if (holder.title !== title || holder.columnId !== columnId) {
    await sql('feed_addresses')
      .where({ path, site: holder.site })
      .update({ column_id: columnId ?? null, title: title ?? null });
  }
  for (const row of own) {
    const toSite = row.site === site || row.site === '' || site === '' ? undefined : site;
    if (isHere(row) || (row.state === 'moved' && row.to === path && row.toSite === toSite)) continue;
    const moved = {
      state: 'moved',
      to: path,
      to_site: toSite ?? null,
      reason: null,
      title: title ?? null,
      at: now.toISOString(),
    };
    await sql('feed_addresses').where({ path: row.path, site: row.site }).update(moved);
    changes.push({ kind: 'address', type, documentId, locale, path: row.path });
  }
  return changes;
}

/** Says at a document's address that it was withdrawn, and why. Addresses that lead there keep leading there. */
export async function withdrawAddress(
  sql: Sql,
  { type, documentId, locale }: Identity,
  { title, reason }: { title?: string | undefined; reason?: string | undefined },
  now: Date,
): Promise<Change[]> {
  const live = (await findByDocument(sql, type, [documentId])).filter(
    (row) => row.locale === locale && row.state === 'live',
  );
  for (const { path, site } of live) {
    const withdrawn = { state: 'withdrawn', reason: reason || DEFAULT_REASON, at: now.toISOString() };
    await sql('feed_addresses')
      .where({ path, site })
      .update({ ...withdrawn, ...(title ? { title } : {}) });
  }
  return live.map(({ path }) => ({ kind: 'address', type, documentId, locale, path }));
}

/** A row of the table of addresses. */
export function readAddress(row: Row): AddressRow {
  return {
    path: String(row.path),
    site: String(row.site),
    type: String(row.type),
    documentId: String(row.document_id),
    locale: String(row.locale),
    state: row.state as AddressRow['state'],
    ...(row.to ? { to: String(row.to) } : {}),
    ...(row.to_site ? { toSite: String(row.to_site) } : {}),
    ...(row.column_id ? { columnId: String(row.column_id) } : {}),
    ...(row.title ? { title: String(row.title) } : {}),
    ...(row.reason ? { reason: String(row.reason) } : {}),
    at: String(row.at),
  };
}
