import type { Core } from '@strapi/strapi';

import type { Change } from './changes.ts';
import { inOrderedTransaction, type Row } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import { writeChanges } from './write.ts';

const FILE = 'plugin::upload.file';

/**
 * Watches the media library: a file that is replaced, described anew or deleted is a change of every published
 * document that uses it, recorded in the transaction that writes the file's row. Creating a file changes nothing, since
 * nothing names it yet.
 */
export function watchFiles(core: FeedCore): void {
  joinTransactions(core.strapi);
  core.strapi.db.lifecycles.subscribe({
    models: [FILE],
    async afterUpdate(event) {
      await recordUsers(core, event, { isDeleted: false });
    },
    async afterDelete(event) {
      await recordUsers(core, event, { isDeleted: true });
    },
  });
}

/** Strapi writes a file's row and runs what listens to it one after the other; here both happen or neither does. */
function joinTransactions(strapi: Core.Strapi): void {
  const files = strapi.db.query(FILE);
  const { update, delete: remove } = files;
  files.update = (params) => inOrderedTransaction(strapi, () => update.call(files, params));
  files.delete = (params) => inOrderedTransaction(strapi, () => remove.call(files, params));
}

async function recordUsers(
  core: FeedCore,
  { result }: { result?: unknown },
  { isDeleted }: { isDeleted: boolean },
): Promise<void> {
  const id = (result as { documentId?: string } | null)?.documentId;
  if (!id) return;
  await writeChanges(core, async (sql, report) => {
    const users: Row[] = await sql('feed_files').where({ file_id: id }).select('type', 'document_id', 'locale');
    report(
      users.map((row): Change => ({
        kind: 'upsert',
        type: String(row.type),
        documentId: String(row.document_id),
        locale: String(row.locale),
      })),
    );
    if (isDeleted) await sql('feed_files').where({ file_id: id }).delete();
  });
}
