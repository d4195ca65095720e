import { type Lease, LEASE_SECONDS, type LeaseRequest } from '@mingchuang/content/feed';

import { inOrderedTransaction, type Row } from './database.ts';
import type { FeedCore } from './feed-core.ts';

/**
 * Gives the lease to publish to whoever asks while nobody else has it. Its holder asks again before it ends and keeps its
 * fence; whoever takes it from another gets a greater one, so that what the other still writes can be told apart.
 */
export async function giveLease(core: FeedCore, { holder, above, leaves = false }: LeaseRequest): Promise<Lease> {
  return inOrderedTransaction(core.strapi, async (sql): Promise<Lease> => {
    const now = core.now().getTime();
    const row: Row | undefined = await sql('feed_lease').where({ id: 1 }).first();
    const left = row ? Date.parse(String(row.until)) - now : 0;
    const isOwn = row?.holder === holder;
    if (row && !isOwn && left > 0) return { kind: 'held', by: String(row.holder), seconds: left / 1000 };

    const last = Number(row?.fence ?? 0);
    // A database that was set back knows less than the releases.
    const fence = isOwn && last >= above ? last : Math.max(last, above) + 1;
    const seconds = leaves ? 0 : LEASE_SECONDS;
    const granted = { id: 1, holder, fence, until: new Date(now + seconds * 1000).toISOString() };
    if (!leaves || isOwn) await sql('feed_lease').insert(granted).onConflict('id').merge();
    return { kind: 'granted', fence, seconds };
  });
}

/** Who had the lease last and until when; `undefined` before any publisher came. */
export async function readLease({ strapi }: FeedCore): Promise<{ holder: string; until: Date } | undefined> {
  const row: Row | undefined = await strapi.db.connection('feed_lease').where({ id: 1 }).first();
  return row && { holder: String(row.holder), until: new Date(String(row.until)) };
}
