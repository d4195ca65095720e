import { findByDocument } from './address-book.ts';
import { readHead, type Identity } from './changes.ts';
import { reader, type Row, type Sql } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import { readSitesOf } from './sites-of-document.ts';

/** How far a document has come on its way to the visitors. */
export type DocumentState =
  | { state: 'unpublished' }
  /** Changed, and not yet with the visitors. `withdrawn` when it is on its way out. */
  | { state: 'pending'; withdrawn: boolean; since: string }
  | { state: 'withdrawn'; liveAt: string; seconds: number; path?: string }
  | { state: 'live'; liveAt: string; seconds: number; path?: string }
  | { state: 'blocked'; reason: string; path?: string };

/** Says how far the last change of a document has come. Seconds are from the change to the visitors. */
export async function readDocumentState(
  core: FeedCore,
  { type, documentId, locale }: Identity,
): Promise<DocumentState> {
  const sql = await reader(core.strapi);
  const key = { type, document_id: documentId, locale };
  const change: Row | undefined = await sql('feed_changes')
    .where(key)
    .whereNot('kind', 'address')
    .orderBy('sequence', 'desc')
    .first();
  if (!change) return { state: 'unpublished' };

  const withdrawn = change.kind === 'gone';
  const { epoch } = await readHead(sql);
  const sites = await readSitesOf(sql, { type, documentId, locale });
  const liveAt = await findLiveAt(sql, { epoch, sequence: Number(change.sequence) }, sites);
  if (liveAt === undefined) return { state: 'pending', withdrawn, since: String(change.at) };

  const seconds = Math.max(0, (Date.parse(liveAt) - Date.parse(String(change.at))) / 1000);
  const own = (await findByDocument(sql, type, [documentId])).find(
    (row) => row.locale === locale && row.state !== 'moved',
  );
  const path = own ? { path: own.path } : {};
  if (withdrawn) return { state: 'withdrawn', liveAt, seconds, ...path };

  const blocked: Row | undefined = await sql('feed_blocked').where(key).first('reason');
  return blocked
    ? { state: 'blocked', reason: String(blocked.reason), ...path }
    : { state: 'live', liveAt, seconds, ...path };
}

/** When the last of some sites, or the first of any when none is named, had a change live; `undefined` before. */
async function findLiveAt(sql: Sql, { epoch, sequence }: { epoch: string; sequence: number }, sites: readonly string[]): Promise<string | undefined> {
  const moments: string[] = [];
  for (const site of sites.length > 0 ? sites : [undefined]) {
    const acknowledged: Row | undefined = await sql('feed_acknowledgements')
      .where({ epoch })
      .where('sequence', '>=', sequence)
      .where((query) => site !== undefined && query.where({ site }).orWhereNull('site'))
      .orderBy('id')
      .first('live_at');
    if (!acknowledged) return undefined;
    moments.push(String(acknowledged.live_at));
  }
  return moments.sort().at(-1);
}
