import type { Core } from '@strapi/strapi';

/** Makes the tables of attempts; Strapi leaves tables alone that it does not track. Processes share them. */
export async function migrateSignIns(strapi: Core.Strapi): Promise<void> {
  // Read anew each time: a builder of Knex repeats what it was asked before.
  const schema = () => strapi.db.connection.schema;
  if (!(await schema().hasTable('access_attempts'))) {
    await schema().createTable('access_attempts', (table) => {
      table.string('key', 80).primary();
      table.integer('failures').notNullable();
      table.bigInteger('at').notNullable();
      table.bigInteger('locked_until').notNullable();
    });
  }
  if (!(await schema().hasTable('access_known_addresses'))) {
    await schema().createTable('access_known_addresses', (table) => {
      table.string('key', 80).primary();
      table.bigInteger('at').notNullable();
    });
  }
}
