import type { Core } from '@strapi/strapi';

/** Makes the table of remarks; Strapi leaves tables alone that it does not track. */
export async function migrateRemarks(strapi: Core.Strapi): Promise<void> {
  // Read anew each time: a builder of Knex repeats what it was asked before.
  const schema = () => strapi.db.connection.schema;
  if (await schema().hasTable('review_remarks')) return;
  await schema().createTable('review_remarks', (table) => {
    table.increments('id');
    table.string('uid', 64).notNullable();
    table.string('document_id', 64).notNullable();
    table.string('locale', 16).notNullable();
    table.integer('edition_id');
    table.integer('parent_id');
    table.string('field', 255);
    table.string('kind', 16).notNullable();
    table.text('text').notNullable();
    table.text('mentions').notNullable();
    table.integer('author_id');
    table.string('author_name', 255).notNullable();
    table.string('at', 32).notNullable();
    table.string('resolved_at', 32);
    table.string('resolved_by', 255);
    table.index(['uid', 'document_id', 'locale'], 'review_remarks_document_idx');
  });
}
