import { shanghaiDate } from '@mingchuang/content/dates';
import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import { errors } from '@strapi/utils';

import { type AddressRow, AddressTaken, claimAddress, findByDocument } from './address-book.ts';
import { agencyPath, documentPath, type PublicationFacts, publicIdOf, settleFacts } from './address-plan.ts';
import type { Change, Identity } from './changes.ts';
import { inChunks, type Row, type Sql } from './database.ts';
import { feedLocale, type PortalType, type PortalTypes } from './portal-types.ts';
import { loadDraftTargets, loadPublishedTargets } from './reference-store.ts';

/** A published row and the draft it came from. */
export interface PublishedRow extends Identity {
  id: number;
  draftId: number;
  row: Row;
}

/** What publishing gives a document. */
export interface Stamp {
  path: string;
  facts?: PublicationFacts;
}

const identityOf = ({ type, documentId, locale }: Identity): Identity => ({ type, documentId, locale });

/** The name a document goes by. */
export function titleOf(type: PortalType, row: Row): string | undefined {
  const column = type.titleAttribute.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return row[column] ? String(row[column]) : undefined;
}

/** Shows what publishing gave in the answer of the call that published: the rows were read before it was written. */
export function showStamps(result: unknown, stamps: ReadonlyMap<number, Stamp>): void {
  const { entries = [] } = (result ?? {}) as { entries?: unknown[] };
  for (const row of [result, ...entries] as ({ id?: unknown } | undefined)[]) {
    const stamp = stamps.get(Number(row?.id));
    if (!stamp) continue;
    const { path, facts } = stamp;
    Object.assign(row!, { path });
    if (facts)
      Object.assign(row!, {
        ...facts,
        firstPublishedAt: facts.firstPublishedAt?.toISOString() ?? null,
        withdrawalReason: null,
      });
  }
}

/**
 * Gives documents their address and the facts of their publication, and writes both to draft and published row.
 * @throws {errors.ValidationError} When something an address is made of is missing, or the address is another's.
 */
export async function settleStamps(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  published: readonly PublishedRow[],
  now: Date,
): Promise<{ changes: Change[]; stamps: Map<number, Stamp> }> {
  const changes: Change[] = [];
  const stamps = new Map<number, Stamp>();
  if (type.address !== 'column' && type.address !== 'code') return { changes, stamps };

  const given = await findByDocument(sql, type.name, [...new Set(published.map(({ documentId }) => documentId))]);
  const columns = type.address === 'column' ? await loadColumns(sql, types, type, published) : undefined;
  const sites = columns ? undefined : await loadPublishedTargets(sql, type, 'site');
  // Locales that are published together are one document with one identifier.
  const factsOf = new Map<string, PublicationFacts>();
  for (const document of published) {
    const ever = given.filter(({ documentId }) => documentId === document.documentId);
    const own = ever.filter(({ locale }) => locale === document.locale);
    const column = columns?.(document);
    const facts = factsOf.get(document.documentId);
    const stamp = columns
      ? stampDocument(document, column, { own, facts, wasPublished: ever.length > 0, now })
      : stampAgency(document);
    stamps.set(document.id, stamp);
    if (stamp.facts) factsOf.set(document.documentId, stamp.facts);
    const claim = {
      ...identityOf(document),
      path: stamp.path,
      site: column?.site ?? sites?.get(`${document.documentId}:${document.locale}`),
      columnId: column?.documentId,
      title: titleOf(type, document.row),
    };
    changes.push(...(await claimOrExplain(sql, claim, own, now)));
    await writeStamp(sql, type, document, stamp);
  }
  return { changes, stamps };
}

async function claimOrExplain(
  sql: Sql,
  claim: Parameters<typeof claimAddress>[1],
  own: readonly AddressRow[],
  now: Date,
): Promise<Change[]> {
  try {
    return await claimAddress(sql, claim, own, now);
  } catch (error) {
    if (!(error instanceof AddressTaken)) throw error;
    const { path, title } = error.holder;
    const owner = title ? `“${title}”` : '别的内容';
    throw new errors.ValidationError(`网址“${path}”已经给过${owner}，不能再给别人。请换一个代码或公开编号再发布。`);
  }
}

interface ColumnOfDocument {
  documentId: string;
  path: string;
  site: string | undefined;
}

function stampDocument(
  { row }: PublishedRow,
  column: ColumnOfDocument | undefined,
  given: { own: readonly AddressRow[]; facts: PublicationFacts | undefined; wasPublished: boolean; now: Date },
): Stamp {
  if (!column) throw new errors.ValidationError('还没有选“栏目”，或者这个栏目没有对应语言的版本。请补上后再发布。');
  const facts = given.facts ?? settleRowFacts(row, given);
  const current = given.own.find(({ state }) => state !== 'moved');
  const stays = current && current.columnId === column.documentId;
  return { path: stays ? current.path : documentPath(column.path, facts), facts };
}

function settleRowFacts(row: Row, { wasPublished, now }: { wasPublished: boolean; now: Date }): PublicationFacts {
  const publishedOn = row.published_on ? String(row.published_on).slice(0, 10) : null;
  if (publishedOn && !wasPublished && publishedOn > shanghaiDate(now)) {
    throw new errors.ValidationError(`“发布日期”写的是 ${publishedOn}，还没有到。请改为今天或更早的日期，或者留空。`);
  }
  return settleFacts(
    {
      publicId: row.public_id as string | null,
      publishedOn,
      firstPublishedAt: row.first_published_at ? new Date(row.first_published_at as number | string | Date) : null,
      wasPublished,
    },
    { now, createId: () => publicIdOf(String(row.document_id)) },
  );
}

function stampAgency({ row, locale }: PublishedRow): Stamp {
  if (!row.code) throw new errors.ValidationError('还没有填写“机构代码”。请补上后再发布。');
  return { path: agencyPath(String(row.code), locale) };
}

async function writeStamp(sql: Sql, type: PortalType, document: PublishedRow, { path, facts }: Stamp): Promise<void> {
  const { row, documentId } = document;
  const address = { path, withdrawal_reason: null };
  const localised = sql(type.table).where({ document_id: documentId });
  if (type.localised) localised.where({ locale: row.locale as string });
  await localised
    .andWhere((rows) => rows.whereNot('path', path).orWhereNull('path').orWhereNotNull('withdrawal_reason'))
    .update(address);
  if (!facts) return;
  const { publicId, publishedOn, firstPublishedAt } = facts;
  const fixed = { public_id: publicId, published_on: publishedOn, first_published_at: firstPublishedAt };
  if (row.public_id === publicId && row.published_on && Boolean(row.first_published_at) === Boolean(firstPublishedAt))
    return;
  await sql(type.table).where({ document_id: documentId }).update(fixed);
}

/** The column each document is published in, with its published path and site, or its draft's while it is not published. */
async function loadColumns(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  published: readonly PublishedRow[],
): Promise<(document: Identity) => ColumnOfDocument | undefined> {
  const column = types.get(type.relations.find(({ attribute }) => attribute === 'column')!.target)!;
  const columnOf = new Map<string, string>();
  const columns = new Map<string, ColumnOfDocument>();
  const [draftSites, publishedSites] = [
    await loadDraftTargets(sql, column, 'site'),
    await loadPublishedTargets(sql, column, 'site'),
  ];
  for (const part of inChunks(published)) {
    const rows: Row[] = await sql('feed_references')
      .whereIn(
        'document_id',
        part.map(({ documentId }) => documentId),
      )
      .where({ type: type.name, attribute: 'column' });
    for (const row of rows) columnOf.set(`${row.document_id as string}:${row.locale as string}`, String(row.target_id));
  }
  for (const part of inChunks([...new Set(columnOf.values())])) {
    const rows: Row[] = await sql(column.table)
      .whereIn('document_id', part)
      .whereNotNull('path')
      .select('id', 'document_id', 'locale', 'path', 'published_at');
    // Drafts first: a published path replaces that of its draft.
    rows.sort((a, b) => Number(a.published_at !== null) - Number(b.published_at !== null));
    for (const row of rows) {
      const key = `${row.document_id as string}:${feedLocale(column, row.locale)}`;
      const site = row.published_at === null ? draftSites.get(Number(row.id)) : publishedSites.get(key);
      columns.set(key, { documentId: String(row.document_id), path: String(row.path), site });
    }
  }
  return ({ documentId, locale }) => {
    const columnId = columnOf.get(`${documentId}:${locale}`);
    return columns.get(`${columnId}:${type.localised ? locale : DEFAULT_LOCALE}`);
  };
}
