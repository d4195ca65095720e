import { DEFAULT_LOCALE } from '@mingchuang/content/entry';

import { settleColumnPaths } from './columns.ts';
import { inChunks, type Sql } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import type { PortalType } from './portal-types.ts';
import { loadPublished, settlePublication } from './publication.ts';
import { writeChanges } from './write.ts';

/**
 * Takes documents into the feed that were published past the document service: by the importer, or by a restore. They
 * get addresses, and their changes are recorded, as if they had been published now; what they bring is kept.
 *
 * @param documentIds Call it in the transaction that wrote the rows, some hundred documents at a time.
 */
export async function adoptDocuments(core: FeedCore, uid: string, documentIds: readonly string[]): Promise<void> {
  const type = core.types().get(uid);
  if (!type) throw new Error(`${uid} does not appear on the portal`);
  await writeChanges(core, async (sql, report) => {
    const published = await loadPublished(sql, type, documentIds);
    const settings = { loader: core.loader(), now: core.now() };
    report((await settlePublication(sql, core.types(), type, published, settings)).changes);
    if (type.address === 'tree') report(await settleColumnPaths(sql, type, core.now()));
  });
}

/**
 * Adopts every published document the feed has never heard of. Run at boot, so that the feed can be switched on over
 * existing content. Columns come first: other addresses are made from theirs.
 */
export async function adoptStrangers(core: FeedCore): Promise<number> {
  const order = (type: PortalType) => (type.address === 'tree' ? 0 : 1);
  let adopted = 0;
  for (const type of [...core.types().values()].sort((a, b) => order(a) - order(b))) {
    const strangers = await findStrangers(core.strapi.db.connection, type);
    // Columns all at once: a path is made from the parent's.
    for (const part of inChunks(strangers, type.address === 'tree' ? Infinity : 200))
      await adoptDocuments(core, type.uid, part);
    adopted += strangers.length;
  }
  return adopted;
}

async function findStrangers(sql: Sql, type: PortalType): Promise<string[]> {
  const locale = type.localised ? sql.ref('document.locale') : sql.raw('?', [DEFAULT_LOCALE]);
  const known = sql('feed_changes as change')
    .select(sql.raw('1'))
    .where('change.type', type.name)
    .where('change.document_id', sql.ref('document.document_id'))
    .where('change.locale', locale);
  const ids = (await sql(`${type.table} as document`)
    .whereNotNull('document.published_at')
    .whereNotExists(known)
    .pluck('document.document_id')) as string[];
  return [...new Set(ids)];
}
