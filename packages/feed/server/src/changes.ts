import { createHash } from 'node:crypto';

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

/** What a change was, in short; `undefined` where there is none of this number. Times make it differ from any other. */
export async function readMark(sql: Sql, sequence: number): Promise<string | undefined> {
  const row: Row | undefined = await sql('feed_changes').where({ sequence }).first();
  if (!row) return undefined;
  const said = [row.kind, row.type, row.document_id, row.locale, row.path, row.at].map(String);
  return createHash('sha256').update(said.join('\n')).digest('base64url').slice(0, 16);
}
