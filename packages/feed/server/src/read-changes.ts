import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import { FEED_PAGE, type FeedLine } from '@mingchuang/content/feed';

import { type AddressRow, readAddress } from './address-book.ts';
import { versionOf } from './canonical.ts';
import { readHead, readMark } from './changes.ts';
import { inChunks, reader, type Row, type Sql } from './database.ts';
import type { Entry } from './entry-loader.ts';
import type { FeedCore } from './feed-core.ts';
import { findTypeByName } from './portal-types.ts';
import { groupBy } from './reference-store.ts';
import type { SourceEntry } from './sources.ts';

/** Where a reader of the feed is. */
export interface Cursor {
  epoch: string;
  after: number;
  /** Of the change it read last. */
  mark?: string | undefined;
}

/** An entry of a source as a line of the feed carries it. */
export function entryOfSource(type: string, { documentId, locale = DEFAULT_LOCALE, data }: SourceEntry): Entry {
  return { type, documentId, locale, version: versionOf({ data }), data };
}

/**
 * The lines of `GET /api/feed/changes`: for everything that changed after the cursor, what it looks like now.
 *
 * What it looks like now may be newer than the last change this answer covers. That does no harm: the later change
 * comes again.
 */
export async function readChanges(core: FeedCore, cursor: Cursor): Promise<FeedLine[]> {
  const sql = await reader(core.strapi);
  const head = await readHead(sql);
  const isOurs =
    cursor.epoch === head.epoch &&
    cursor.after <= head.sequence &&
    (cursor.mark === undefined || cursor.mark === (await readMark(sql, cursor.after)));
  if (!isOurs) return [{ kind: 'reset', epoch: head.epoch }];

  const rows: Row[] = await sql('feed_changes')
    .where('sequence', '>', cursor.after)
    .orderBy('sequence')
    .limit(FEED_PAGE);
  const sequence = rows.length > 0 ? Number(rows.at(-1)!.sequence) : cursor.after;
  return [
    { kind: 'head', epoch: head.epoch, full: false },
    ...(await readDocuments(
      sql,
      core,
      rows.filter(({ kind }) => kind !== 'address'),
    )),
    ...(await readAddresses(
      sql,
      rows.filter(({ kind }) => kind === 'address'),
    )),
    { kind: 'end', sequence, mark: await readMark(sql, sequence), more: sequence < head.sequence },
  ];
}

async function readDocuments(sql: Sql, core: FeedCore, rows: readonly Row[]): Promise<FeedLine[]> {
  const asked = new Map(
    rows.map((row) => [`${row.type as string}:${row.document_id as string}:${row.locale as string}`, row]),
  );
  const idsByType = new Map<string, Set<string>>();
  for (const row of asked.values()) {
    const type = String(row.type);
    idsByType.set(type, (idsByType.get(type) ?? new Set()).add(String(row.document_id)));
  }

  const found = new Map<string, Entry>();
  for (const [name, ids] of idsByType) {
    const entries = await readEntries(sql, core, name, [...ids]);
    for (const entry of entries) found.set(`${entry.type}:${entry.documentId}:${entry.locale}`, entry);
  }
  return [...asked].map(([key, row]): FeedLine => {
    const entry = found.get(key);
    if (entry) return { kind: 'entry', ...entry } as FeedLine;
    return { kind: 'gone', type: row.type, documentId: row.document_id, locale: row.locale } as FeedLine;
  });
}

async function readEntries(sql: Sql, core: FeedCore, name: string, ids: readonly string[]): Promise<Entry[]> {
  const type = findTypeByName(core.types(), name);
  if (type) return core.loader().loadDocuments(sql, type, ids);
  const entries: Entry[] = [];
  for (const id of ids) {
    const entry = await core.sources.find(name)?.one(id);
    if (entry) entries.push(entryOfSource(name, entry));
  }
  return entries;
}

async function readAddresses(sql: Sql, rows: readonly Row[]): Promise<FeedLine[]> {
  const paths = [...new Set(rows.map(({ path }) => String(path)))];
  const lines: FeedLine[] = [];
  for (const part of inChunks(paths)) {
    const found: Row[] = await sql('feed_addresses').whereIn('path', part);
    const ofPath = groupBy(found.map(readAddress), ({ path }) => path);
    for (const path of part)
      lines.push(...(ofPath.get(path)?.map(lineOfAddress) ?? [{ kind: 'unaddress' as const, path }]));
  }
  return lines;
}

const lineOfAddress = (row: AddressRow): FeedLine =>
  row.state === 'live'
    ? { kind: 'unaddress', path: row.path, ...(row.site ? { site: row.site } : {}) }
    : addressLine(row);

/** An address that is not live any more, as a line of the feed. */
export function addressLine({ path, site, state, to, toSite, title, reason, at }: AddressRow): FeedLine {
  return {
    kind: 'address',
    path,
    ...(site ? { site } : {}),
    state: state === 'moved' ? 'moved' : 'withdrawn',
    ...(to ? { to } : {}),
    ...(toSite ? { toSite } : {}),
    ...(title ? { title } : {}),
    ...(reason ? { reason } : {}),
    at,
  };
}
