import type { Core } from '@strapi/strapi';

/** Makes the table of grants; Strapi leaves tables alone that it does not track. */
export async function migrateGrants(strapi: Core.Strapi): Promise<void> {
  // Read anew each time: a builder of Knex repeats what it was asked before.
  const schema = () => strapi.db.connection.schema;
  if (await schema().hasTable('access_grants')) return;
  await schema().createTable('access_grants', (table) => {
    table.increments('id');
    table.integer('user_id').notNullable();
    table.string('role', 80).notNullable();
    table.string('site', 64);
    table.string('agency', 64);
    /** Document ids as JSON. Null is every column; an empty list would be none. */
    table.text('columns');
    /** Whether the grant brought the role with it: then the role goes with the last of its grants. */
    table.boolean('gave_role').notNullable();
    table.string('created_at', 32).notNullable();
    table.integer('created_by');
    table.index(['user_id', 'role'], 'access_grants_user_idx');
  });
}
