import type { Core } from '@strapi/strapi';

/** Knex, bound to the open transaction where there is one. */
export type Sql = Core.Strapi['db']['connection'];

/**
 * Key of the advisory lock that puts transactions in order on PostgreSQL. It is the feed's own key (packages/feed,
 * database.ts): with one lock for both, a transaction that publishes and one that is audited never wait for each other.
 */
const ORDER_LOCK = 7_203_514;

/** Runs work in the transaction that is open, or in a new one. */
export function inTransaction<T>(strapi: Core.Strapi, work: (sql: Sql) => Promise<T>): Promise<T> {
  return strapi.db.transaction(({ trx }) => work(trx as unknown as Sql)) as Promise<T>;
}

/** Like `inTransaction`, one transaction at a time over all processes: SQLite has one writer anyway. */
export function inOrderedTransaction<T>(strapi: Core.Strapi, work: (sql: Sql) => Promise<T>): Promise<T> {
  return inTransaction(strapi, async (sql) => {
    if (isPostgres(strapi)) await sql.raw('select pg_advisory_xact_lock(?)', [ORDER_LOCK]);
    return work(sql);
  });
}

export function isPostgres(strapi: Core.Strapi): boolean {
  return (strapi.db.dialect as { client: string }).client === 'postgres';
}
