import type { Core } from '@strapi/strapi';

/** Strapi's database. Knex's own types are not a dependency of ours: this is how they are reached. */
export type Database = Core.Strapi['db'];
export type Knex = Database['connection'];

export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}

/**
 * Runs queries on the transaction that is open, or on the pool. SQLite has one connection: asking the pool for a
 * second one inside a transaction would wait for ever.
 */
export async function onConnection<T>(db: Database, run: (knex: Knex) => Promise<T>): Promise<T> {
  if (!db.inTransaction()) return run(db.connection);
  return db.transaction(({ trx }) => run(trx as unknown as Knex));
}

/** Runs queries in one transaction: the open one, or a new one. */
export async function inTransaction<T>(db: Database, run: (knex: Knex) => Promise<T>): Promise<T> {
  return db.transaction(({ trx }) => run(trx as unknown as Knex));
}
