import type { Migration } from '../store/migration.ts';

/** Versions of documents, and their contents, each stored once under its fingerprint. */
export const VERSION_MIGRATIONS: readonly Migration[] = [
  {
    name: 'versions-001-versions',
    async up(sql) {
      await sql.schema.createTable('review_contents', (table) => {
        table.string('digest', 64).primary();
        // JSON, deflated.
        table.binary('body').notNullable();
      });
      await sql.schema.createTable('review_versions', (table) => {
        table.bigIncrements('id');
        table.string('uid', 128).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.integer('number').notNullable();
        table.string('digest', 64).notNullable();
        table.string('cause', 24).notNullable();
        table.text('note');
        table.string('edition_id', 64);
        table.integer('by_id');
        table.string('by_name', 120);
        table.string('began_at', 32).notNullable();
        table.string('at', 32).notNullable();
        table.unique(['document_id', 'locale', 'number'], { indexName: 'review_versions_number_idx' });
        table.index(['digest'], 'review_versions_digest_idx');
        table.index(['cause', 'at'], 'review_versions_cause_idx');
      });
    },
  },
];
