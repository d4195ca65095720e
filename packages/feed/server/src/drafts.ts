import { createHash } from 'node:crypto';

import type { FileRef } from '@mingchuang/content/entry';
import type { FeedLine } from '@mingchuang/content/feed';
import { filesOf } from '@mingchuang/content/snapshot';
import type { AnyEntry } from '@mingchuang/content/types';

import type { Identity } from './changes.ts';
import { inOrderedTransaction, type Row, type Sql } from './database.ts';
import type { Entry } from './entry-loader.ts';
import type { FeedCore } from './feed-core.ts';
import { openStoredFile } from './media.ts';
import { feedLocale, findTypeByName, type PortalType } from './portal-types.ts';
import { settleReferences } from './references.ts';
import { settleStamps } from './stamps.ts';

export type EntryLine = Extract<FeedLine, { kind: 'entry' }>;

/** Hashes of files remembered; one is 100 bytes. */
const REMEMBERED = 2000;

/** Carries what was read out of a transaction that must leave nothing behind. */
class TakenBack extends Error {
  readonly entries: Entry[] | undefined;

  constructor(entries: Entry[] | undefined) {
    super('taken back');
    this.entries = entries;
  }
}

/** Reads drafts as the feed would carry them. */
export interface Drafts {
  read(place: { uid: string; documentId: string; locale: string }): Promise<EntryLine[] | undefined>;
}

/** Makes the reader of drafts, which remembers hashes of files. */
export function createDrafts(core: FeedCore): Drafts {
  const hashes = new Map<string, string>();

  const hashOf = async ({ id, version }: FileRef): Promise<string | undefined> => {
    const key = `${id}@${version}`;
    const known = hashes.get(key);
    if (known) return known;
    const file = await openStoredFile(core, id);
    if (!file) return undefined;
    const hash = createHash('sha256');
    for await (const chunk of file.stream) hash.update(chunk as Buffer);
    const digest = hash.digest('hex').slice(0, 32);
    if (hashes.size >= REMEMBERED) hashes.delete(hashes.keys().next().value!);
    hashes.set(key, digest);
    return digest;
  };

  return {
    async read({ uid, documentId, locale }) {
      const type = core.types().get(uid);
      const entries = type && (await readEntries(core, type, documentId, locale));
      if (!entries) return undefined;
      const lines = entries.map((entry) => ({ kind: 'entry', ...entry }) as EntryLine);
      for (const file of filesOf(lines[0] as unknown as AnyEntry)) {
        const hash = await hashOf(file);
        if (hash) file.hash = hash;
      }
      return lines;
    },
  };
}

/**
 * Does with a draft what publication does with its relations and its address, reads the outcome, and takes it all back:
 * whatever is drawn from it is what publication would have given. No document is published and no change is written.
 */
async function readEntries(
  core: FeedCore,
  type: PortalType,
  documentId: string,
  locale: string,
): Promise<Entry[] | undefined> {
  try {
    await inOrderedTransaction(core.strapi, async (sql) => {
      throw new TakenBack(await settleDraft(core, sql, type, { documentId, locale }));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.entries;
    throw error;
  }
  return undefined;
}

async function settleDraft(
  core: FeedCore,
  sql: Sql,
  type: PortalType,
  { documentId, locale }: Omit<Identity, 'type'>,
): Promise<Entry[] | undefined> {
  const rows: Row[] = await sql(type.table).where({ document_id: documentId }).whereNull('published_at');
  const row = rows.find((one) => feedLocale(type, one.locale) === locale);
  if (!row) return undefined;
  const id = Number(row.id);
  const draft = { type: type.name, documentId, locale, id, draftId: id, row };
  const touched = await settleReferences(sql, core.types(), type, [draft]);
  await settleStamps(sql, core.types(), type, [draft], core.now());
  const [own] = await core.loader().load(sql, type, (query) => query.where({ id }), 'draft');
  return own && [own.entry, ...(await loadOthers(core, sql, touched, own.entry))];
}

/** Published documents that show the draft from their side. */
async function loadOthers(core: FeedCore, sql: Sql, touched: readonly Identity[], own: Entry): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  for (const { type: name, documentId, locale } of touched) {
    if (name === own.type && documentId === own.documentId) continue;
    const entries = await core.loader().loadDocuments(sql, findTypeByName(core.types(), name)!, [documentId]);
    for (const entry of entries) if (entry.locale === locale) found.set(`${name}:${documentId}:${locale}`, entry);
  }
  return [...found.values()];
}
