import { randomUUID } from 'node:crypto';

import { inTransaction } from './database.ts';
import type { FeedCore } from './feed-core.ts';

/**
 * Begins a new epoch. Call it after a backup was restored: the numbers of changes may have been given out before for
 * something else, so every reader must take the full export.
 */
export async function beginEpoch(core: FeedCore): Promise<string> {
  const epoch = randomUUID();
  await inTransaction(core.strapi, (sql) => sql('feed_state').where({ key: 'epoch' }).update({ value: epoch }));
  core.changed();
  return epoch;
}
