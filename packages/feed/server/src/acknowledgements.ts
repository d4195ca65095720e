import type { Acknowledgement } from '@mingchuang/content/feed';

import { readHead } from './changes.ts';
import { insertAll, inTransaction } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import { noteMainSite } from './main-site.ts';

/** What became of an acknowledgement. */
export type AcknowledgementResult = { kind: 'accepted' } | { kind: 'refused'; reason: string };

/**
 * Notes that a publisher has made everything up to a change live on a site, or on all of them, and which documents it
 * could not draw. The list of blocked documents is that of the release: it replaces the one before.
 */
export async function acknowledge(core: FeedCore, acknowledgement: Acknowledgement): Promise<AcknowledgementResult> {
  const { epoch, sequence, release, site = null, isMain, liveAt, seconds, blocked } = acknowledgement;
  return inTransaction(core.strapi, async (sql): Promise<AcknowledgementResult> => {
    const head = await readHead(sql);
    if (epoch !== head.epoch)
      return { kind: 'refused', reason: `The feed's epoch is ${head.epoch}, take the full export` };
    if (sequence > head.sequence) return { kind: 'refused', reason: `The feed's last change is ${head.sequence}` };
    const at = core.now().toISOString();
    await sql('feed_acknowledgements').insert({ epoch, sequence, release, site, live_at: liveAt, seconds, at });
    if (isMain && site !== null) await noteMainSite(sql, site);
    await (site === null ? sql('feed_blocked').delete() : sql('feed_blocked').where({ site }).orWhereNull('site').delete());
    const unique = new Map(blocked.map((item) => [`${item.type}:${item.documentId}:${item.locale}`, item]));
    for (const { type, documentId, locale } of unique.values())
      await sql('feed_blocked').where({ type, document_id: documentId, locale }).delete();
    await insertAll(
      sql,
      'feed_blocked',
      [...unique.values()].map(({ type, documentId, locale, reason }) => ({
        type,
        document_id: documentId,
        locale,
        site,
        reason,
        at,
      })),
    );
    return { kind: 'accepted' };
  });
}
