import type { Migration } from '../store/migration.ts';

/** The table of remarks. A migration that was released is never changed; a new one is added below it. */
export const REMARK_MIGRATIONS: readonly Migration[] = [
  {
    name: 'remarks-0001',
    async up(sql) {
      await sql.schema.createTable('review_remarks', (table) => {
        table.bigIncrements('id');
        table.string('uid', 128).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.bigInteger('edition');
        // The remark that is answered.
        table.bigInteger('parent');
        table.string('kind', 16).notNullable();
        // The attribute it is about, with dots down to a part of it; empty for the whole document.
        table.string('field', 255);
        table.text('text').notNullable();
        table.integer('person');
        // Somebody without an account, as they called themselves.
        table.string('guest', 120);
        // Ids of people, as JSON.
        table.text('mentions').notNullable();
        table.string('at', 32).notNullable();
        table.string('settled_at', 32);
        table.integer('settled_by');
        table.index(['document_id', 'uid', 'locale'], 'review_remarks_document_idx');
        table.index(['edition'], 'review_remarks_edition_idx');
      });
    },
  },
];
