import type { Row, Sql } from './database.ts';
import { insertAll } from './database.ts';

/** What the feed knows a document by. */
export interface Identity {
  type: string;
  documentId: string;
  locale: string;
}

/** Something that happened. What an entry or address looks like now is read when the change is asked for. */
export type Change =
  | (Identity & { kind: 'upsert' | 'gone'; title?: string | undefined })
  | (Identity & { kind: 'address'; path: string; title?: string | undefined });

/** Writes changes, in order, into the open transaction. */
export async function recordChanges(sql: Sql, changes: readonly Change[], now: Date): Promise<void> {
  await insertAll(
    sql,
    'feed_changes',
    changes.map((change) => ({
      kind: change.kind,
      type: change.type,
      document_id: change.documentId,
      locale: change.locale,
      path: change.kind === 'address' ? change.path : null,
      title: change.title ?? null,
      at: now.toISOString(),
    })),
  );
}

/** The feed's epoch and the number of its last change. */
export async function readHead(sql: Sql): Promise<{ epoch: string; sequence: number }> {
  const epoch: Row = await sql('feed_state').where('key', 'epoch').first('value');
  const last: Row | undefined = await sql('feed_changes').max('sequence as sequence').first();
  return { epoch: String(epoch.value), sequence: Number(last?.sequence ?? 0) };
}
