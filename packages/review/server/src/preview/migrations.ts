import type { Migration } from '../store/migration.ts';

/** Links to previews, and what people without an account said of them. */
export const PREVIEW_MIGRATIONS: readonly Migration[] = [
  {
    name: 'preview-001-links',
    async up(sql) {
      await sql.schema.createTable('review_links', (table) => {
        table.bigIncrements('id');
        table.string('uid', 128).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.string('kind', 16).notNullable();
        // SHA-256 of the token; the token itself is shown once and kept nowhere.
        table.string('token_hash', 64).notNullable().unique();
        // For whom it was made, in its maker's words.
        table.string('label', 120);
        // Origin of the admin it was made in, which may show the preview in a frame.
        table.string('origin', 255).notNullable();
        table.integer('by_id').notNullable();
        table.string('by_name', 120).notNullable();
        table.string('made_at', 32).notNullable();
        table.string('expires_at', 32).notNullable();
        table.string('revoked_at', 32);
        table.string('used_at', 32);
        table.string('opened_at', 32);
        table.index(['document_id', 'locale'], 'review_links_document_idx');
        table.index(['expires_at'], 'review_links_expires_idx');
      });
      await sql.schema.createTable('review_advice', (table) => {
        table.bigIncrements('id');
        table.bigInteger('link_id').notNullable().unique();
        table.string('uid', 128).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.string('edition_id', 64);
        // Fingerprint of the content that was shown.
        table.string('digest', 64).notNullable();
        table.integer('version').notNullable();
        table.string('verdict', 16).notNullable();
        table.text('text');
        table.string('name', 60).notNullable();
        table.string('organisation', 120).notNullable();
        table.string('role', 60);
        table.string('at', 32).notNullable();
        table.index(['document_id', 'locale'], 'review_advice_document_idx');
      });
    },
  },
];
