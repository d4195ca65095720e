import type { Migration } from '../store/migration.ts';

/**
 * The tables of notices. A row of `review_notices` is something that happened, and its own outbox: `planned_at` is empty
 * until the worker has decided how it leaves the house. Instants are ISO strings in UTC, so that both databases compare
 * them alike.
 */
export const NOTICE_MIGRATIONS: readonly Migration[] = [
  {
    name: 'notices-0001-notices',
    async up(sql) {
      await sql.schema.createTable('review_notices', (table) => {
        table.bigIncrements('id');
        table.string('kind', 32).notNullable();
        table.string('once', 200).unique();
        table.string('uid', 128);
        table.string('document_id', 64);
        table.string('locale', 16);
        table.string('title', 300);
        table.text('text');
        table.string('link', 1000);
        table.string('at', 30).notNullable();
        table.string('planned_at', 30);
        table.index(['planned_at'], 'review_notices_planned_idx');
      });
      await sql.schema.createTable('review_notice_readers', (table) => {
        table.bigInteger('notice_id').notNullable();
        table.integer('user_id').notNullable();
        table.string('read_at', 30);
        table.primary(['user_id', 'notice_id']);
        table.index(['user_id', 'read_at'], 'review_notice_readers_unread_idx');
        table.index(['notice_id'], 'review_notice_readers_notice_idx');
      });
    },
  },
];
