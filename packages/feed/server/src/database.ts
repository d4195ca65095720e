import type { Core } from '@strapi/strapi';

/** Knex, bound to the open transaction where there is one. */
export type Sql = Core.Strapi['db']['connection'];

/** A row as the database returns it. */
export type Row = Record<string, unknown>;

/** Key of the advisory lock that makes sequence order commit order on PostgreSQL; any constant number does. */
const ORDER_LOCK = 7_203_514;

/** Runs work in the transaction that is open, or in a new one. */
export function inTransaction<T>(strapi: Core.Strapi, work: (sql: Sql) => Promise<T>): Promise<T> {
  return strapi.db.transaction(({ trx }) => work(trx as unknown as Sql)) as Promise<T>;
}

/**
 * Like `inTransaction`, for work that writes changes. Numbers are given out one transaction at a time, so a reader
 * never sees number 8 before 7: SQLite has one writer anyway, PostgreSQL waits for the lock until the commit.
 */
export function inOrderedTransaction<T>(strapi: Core.Strapi, work: (sql: Sql) => Promise<T>): Promise<T> {
  return inTransaction(strapi, async (sql) => {
    if (isPostgres(strapi)) await sql.raw('select pg_advisory_xact_lock(?)', [ORDER_LOCK]);
    return work(sql);
  });
}

/** The connection to read with: SQLite has only one, so reads inside a transaction must go through it. */
export async function reader(strapi: Core.Strapi): Promise<Sql> {
  if (!strapi.db.inTransaction()) return strapi.db.connection;
  const open = await strapi.db.transaction();
  return open.get() as unknown as Sql;
}

function isPostgres(strapi: Core.Strapi): boolean {
  return (strapi.db.dialect as { client: string }).client === 'postgres';
}

/** Splits a list, so that no statement names more values than a database takes. */
export function inChunks<T>(list: readonly T[], size = 400): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < list.length; start += size) chunks.push(list.slice(start, start + size));
  return chunks;
}

/** Inserts rows a few hundred at a time; SQLite limits the number of values of one statement. */
export async function insertAll(sql: Sql, table: string, rows: readonly Row[]): Promise<void> {
  for (const part of inChunks(rows, 100)) await sql(table).insert(part);
}
