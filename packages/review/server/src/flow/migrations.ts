import type { Sql } from '../store/connection.ts';
import type { Migration } from '../store/migration.ts';

type Table = Parameters<Parameters<Sql['schema']['createTable']>[1]>[0];

/** Columns that name a document in one language. */
function nameDocument(table: Table): void {
  table.string('uid', 128).notNullable();
  table.string('document_id', 64).notNullable();
  table.string('locale', 16).notNullable();
}

/** Editions, who wrote and who approved them, and what moves them. */
export const FLOW_MIGRATIONS: readonly Migration[] = [
  {
    name: 'flow-001-editions',
    async up(sql) {
      await sql.schema.createTable('review_editions', (table) => {
        table.bigIncrements('id');
        nameDocument(table);
        // The document while the edition is open, else null: one open edition for each.
        table.string('open_key', 255).unique();
        table.string('state', 16).notNullable();
        table.integer('round').notNullable();
        table.integer('stage').notNullable();
        table.text('title').notNullable();
        table.string('agency', 64);
        table.string('fingerprint', 64).notNullable();
        table.text('flow');
        table.string('opened_at', 32).notNullable();
        table.string('changed_at', 32).notNullable();
        table.integer('submitted_by');
        table.string('submitted_at', 32);
        table.integer('holder');
        table.string('due_at', 32);
        table.string('publish_at', 32);
        table.string('change_kind', 8);
        table.text('change_note');
        table.integer('returned_by');
        table.string('returned_at', 32);
        table.text('return_text');
        table.string('closed_at', 32);
        table.integer('closed_by');
        table.string('closed_by_program', 32);
        table.integer('forced_by');
        table.text('forced_reason');
        table.integer('confirmed_by');
        table.string('confirmed_at', 32);
        // The document while its forced publication waits for a second person, else null.
        table.string('forced_key', 255).unique();
        table.index(['document_id', 'uid', 'locale'], 'review_editions_document_idx');
        table.index(['state', 'closed_at'], 'review_editions_closed_idx');
        table.index(['state', 'due_at'], 'review_editions_due_idx');
        table.index(['state', 'publish_at'], 'review_editions_planned_idx');
        table.index(['holder'], 'review_editions_holder_idx');
        table.index(['agency', 'state'], 'review_editions_agency_idx');
      });
      await sql.schema.createTable('review_contributors', (table) => {
        table.bigInteger('edition').notNullable();
        table.integer('person').notNullable();
        table.primary(['edition', 'person']);
        table.index(['person'], 'review_contributors_person_idx');
      });
      await sql.schema.createTable('review_approvals', (table) => {
        table.bigIncrements('id');
        table.bigInteger('edition').notNullable();
        table.integer('round').notNullable();
        table.integer('stage').notNullable();
        table.string('seat', 64).notNullable();
        table.integer('person').notNullable();
        // The absent colleague the person stood in for.
        table.integer('stood_in_for');
        table.string('fingerprint', 64).notNullable();
        table.text('remark');
        table.string('at', 32).notNullable();
        table.string('void_at', 32);
        table.index(['edition', 'round'], 'review_approvals_edition_idx');
        table.index(['person'], 'review_approvals_person_idx');
      });
      await sql.schema.createTable('review_seats', (table) => {
        table.bigInteger('edition').notNullable();
        table.string('seat', 64).notNullable();
        table.primary(['edition', 'seat']);
        table.index(['seat'], 'review_seats_seat_idx');
      });
    },
  },
  {
    name: 'flow-002-moves',
    async up(sql) {
      await sql.schema.createTable('review_moves', (table) => {
        table.bigIncrements('id');
        nameDocument(table);
        table.bigInteger('edition');
        table.string('move', 24).notNullable();
        table.integer('person');
        table.string('program', 32);
        table.string('from_state', 16);
        table.string('to_state', 16);
        table.text('remark');
        table.string('at', 32).notNullable();
        table.index(['edition'], 'review_moves_edition_idx');
        table.index(['document_id', 'uid', 'locale'], 'review_moves_document_idx');
      });
    },
  },
  {
    name: 'flow-003-plans',
    async up(sql) {
      await sql.schema.createTable('review_schedule', (table) => {
        table.bigIncrements('id');
        nameDocument(table);
        table.string('kind', 16).notNullable();
        // The document and the kind while the plan waits, else null: one plan of a kind for each.
        table.string('open_key', 255).unique();
        table.string('state', 16).notNullable();
        table.string('at', 32).notNullable();
        table.bigInteger('edition');
        table.text('title').notNullable();
        table.string('agency', 64);
        table.text('reason');
        table.integer('person').notNullable();
        table.string('made_at', 32).notNullable();
        table.string('done_at', 32);
        table.text('problem');
        table.index(['state', 'at'], 'review_schedule_due_idx');
        table.index(['agency', 'state'], 'review_schedule_agency_idx');
        table.index(['document_id', 'uid', 'locale'], 'review_schedule_document_idx');
      });
      await sql.schema.createTable('review_withdrawals', (table) => {
        table.bigIncrements('id');
        nameDocument(table);
        table.text('reason').notNullable();
        table.integer('person').notNullable();
        table.string('at', 32).notNullable();
        // Of what was live; null when it never had its approvals, so that it is not restored.
        table.string('fingerprint', 64);
        table.string('ended_at', 32);
        table.index(['document_id', 'uid', 'locale'], 'review_withdrawals_document_idx');
      });
    },
  },
  {
    name: 'flow-004-flows',
    async up(sql) {
      await sql.schema.createTable('review_flows', (table) => {
        table.bigIncrements('id');
        table.string('name', 64).notNullable();
        table.string('site', 64);
        table.string('column', 64);
        table.string('uid', 128);
        table.text('stages').notNullable();
        table.string('changed_at', 32).notNullable();
        table.integer('changed_by').notNullable();
      });
      await sql.schema.createTable('review_delegations', (table) => {
        table.bigIncrements('id');
        table.integer('person').notNullable();
        table.integer('delegate').notNullable();
        table.string('from_at', 32).notNullable();
        table.string('until_at', 32).notNullable();
        table.text('reason');
        table.integer('made_by').notNullable();
        table.string('made_at', 32).notNullable();
        table.index(['delegate', 'until_at'], 'review_delegations_delegate_idx');
        table.index(['person', 'until_at'], 'review_delegations_person_idx');
      });
    },
  },
  {
    name: 'flow-005-column-of-edition',
    async up(sql) {
      await sql.schema.alterTable('review_editions', (table) => {
        // documentId of the column the stages were chosen for.
        table.string('in_column', 64);
      });
    },
  },
];
