import type { Core } from '@strapi/strapi';

/** Knex, bound to the open transaction where there is one. Its own types are not a dependency of ours. */
export type Sql = Core.Strapi['db']['connection'];

/** A row as the database returns it. */
export type Row = Record<string, unknown>;

/** Runs work in the transaction that is open, or in a new one. */
export function inTransaction<T>(strapi: Core.Strapi, work: (sql: Sql) => Promise<T>): Promise<T> {
  return strapi.db.transaction(({ trx }) => work(trx as unknown as Sql)) as Promise<T>;
}

/**
 * Runs queries on the transaction that is open, or on the pool. SQLite has one connection: asking the pool for a second
 * one inside a transaction would wait for ever.
 */
export function onConnection<T>(strapi: Core.Strapi, run: (sql: Sql) => Promise<T>): Promise<T> {
  return strapi.db.inTransaction() ? inTransaction(strapi, run) : run(strapi.db.connection);
}
