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
  {
    name: 'notices-0002-deliveries',
    async up(sql) {
      await sql.schema.createTable('review_deliveries', (table) => {
        table.string('id', 36).primary();
        table.string('way', 8).notNullable();
        table.integer('user_id');
        table.integer('robot_id');
        table.string('bundle', 8).notNullable();
        // The place, the bundle and the instant: what shares them travels together. Emptied once it is on its way.
        table.string('open_key', 120).unique();
        table.string('state', 8).notNullable();
        table.string('made_at', 30).notNullable();
        table.string('due_at', 30).notNullable();
        table.integer('attempts').notNullable();
        table.string('claimed_by', 36);
        table.string('claimed_until', 30);
        table.string('problem', 300);
        table.string('done_at', 30);
        table.index(['state', 'due_at'], 'review_deliveries_due_idx');
        table.index(['robot_id'], 'review_deliveries_robot_idx');
      });
      await sql.schema.createTable('review_delivery_notices', (table) => {
        table.string('delivery_id', 36).notNullable();
        table.bigInteger('notice_id').notNullable();
        table.primary(['delivery_id', 'notice_id']);
      });
    },
  },
  {
    name: 'notices-0003-settings',
    async up(sql) {
      await sql.schema.createTable('review_notice_choices', (table) => {
        table.integer('user_id').primary();
        table.text('choices').notNullable();
      });
      await sql.schema.createTable('review_notice_policy', (table) => {
        table.string('name', 40).primary();
        table.string('value', 200).notNullable();
      });
      await sql.schema.createTable('review_robots', (table) => {
        table.increments('id');
        table.string('name', 80).notNullable();
        table.string('service', 16).notNullable();
        table.string('agency', 64);
        table.string('site', 64);
        table.text('kinds').notNullable();
        // Names what is sealed, so that a sealed value opens in this row alone.
        table.string('seal', 36).notNullable();
        table.text('address_sealed').notNullable();
        table.text('secret_sealed');
        table.boolean('with_titles').notNullable();
        table.string('silence_from', 5);
        table.string('silence_to', 5);
        table.boolean('urgent_at_night').notNullable();
        table.boolean('is_on').notNullable();
        table.string('changed_at', 30).notNullable();
      });
    },
  },
];
