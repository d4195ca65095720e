import { findByDocument } from './address-book.ts';
import { readHead, type Identity } from './changes.ts';
import { reader, type Row } from './database.ts';
import type { FeedCore } from './feed-core.ts';

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
  const live: Row | undefined = await sql('feed_acknowledgements')
    .where({ epoch })
    .where('sequence', '>=', change.sequence as number)
    .orderBy('id')
    .first('live_at');
  if (!live) return { state: 'pending', withdrawn, since: String(change.at) };

  const liveAt = String(live.live_at);
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
