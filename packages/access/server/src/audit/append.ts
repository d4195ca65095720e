import type { Core } from '@strapi/strapi';

import { inOrderedTransaction, type Sql } from './database.ts';
import { readHead, sealedText } from './chain/head.ts';
import type { AuditKeys } from './chain/keys.ts';
import { type Content, hashOf } from './chain/row.ts';

const HEAD = 'access_audit_head';

/** The last row each open transaction is writing: Strapi publishes several documents of one transaction side by side. */
const under = new WeakMap<object, Promise<unknown>>();

function oneAfterTheOther<T>(transaction: object, work: () => Promise<T>): Promise<T> {
  const before = under.get(transaction) ?? Promise.resolve();
  const mine = before.then(work, work);
  under.set(transaction, mine);
  return mine;
}

/**
 * Writes a row at the end of the chain, in the open transaction or one of its own: what is rolled back was not done
 * and leaves no row. Answers the row's place and hash.
 */
export function appendRow(strapi: Core.Strapi, keys: AuditKeys, content: Content): Promise<{ sequence: number; hash: string }> {
  return inOrderedTransaction(strapi, (sql) => oneAfterTheOther(sql, () => append(sql, keys, content)));
}

async function append(sql: Sql, keys: AuditKeys, content: Content): Promise<{ sequence: number; hash: string }> {
  // Written before it is read: on SQLite this waits for another process, where reading first would fail afterwards.
  await sql(HEAD).increment('sequence', 1);
  const head = readHead(await sql(HEAD).first());
  const { sequence } = head;
  const hash = hashOf(head.hash, sequence, content);
  await sql('access_audit').insert({ sequence, ...content, previous: head.hash, hash, seal: keys.seal(hash) });
  await sql(HEAD).update({ hash, seal: keys.seal(sealedText({ ...head, hash })) });
  return { sequence, hash };
}
