import type { Core } from '@strapi/strapi';

/** Strapi's database. Knex's own types are not a dependency of ours: this is how they are reached. */
type Database = Core.Strapi['db'];
export type Knex = Database['connection'];

/** One row for each query of a site and a day: no time, no person. */
export const TABLE = 'search_counts';
/** Any number: keeps two processes from making the table at once on PostgreSQL. */
const LOCK = 7_266_341;

/** Makes the table of counts when there is none. */
export async function makeCountTable(db: Database): Promise<void> {
  await db.transaction(async ({ trx }) => {
    const knex = trx as unknown as Knex;
    if (!String(knex.client.config.client).includes('sqlite')) await knex.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    if (await knex.schema.hasTable(TABLE)) return;
    await knex.schema.createTable(TABLE, (table) => {
      table.string('site', 40).notNullable();
      table.string('day', 10).notNullable();
      table.string('query', 40).notNullable();
      table.integer('asked').notNullable();
      table.integer('empty').notNullable();
      table.integer('followed').notNullable();
      table.primary(['site', 'day', 'query']);
    });
  });
}
