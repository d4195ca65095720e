import type { Sql } from '../store/connection.ts';
import type { Migration } from '../store/migration.ts';

type Table = Parameters<Parameters<Sql['schema']['createTable']>[1]>[0];

/** What is kept beside the checks: words, answers of addresses, reports on files, and what people let stand. */
const TABLES: Record<string, (table: Table) => void> = {
  review_words: (table) => {
    table.increments('id');
    table.string('wrong', 60).notNullable().unique();
    // JSON lists.
    table.text('right').notNullable();
    table.text('except').notNullable();
    table.string('kind', 16).notNullable();
    table.string('level', 16).notNullable();
    table.string('note', 300);
    // Whether it is looked for: a word of the start list is switched off by an entry of its own.
    table.boolean('on').notNullable();
    table.integer('changed_by');
    table.string('changed_at', 32).notNullable();
  },
  review_link_answers: (table) => {
    table.string('key', 64).primary();
    table.string('url', 2000).notNullable();
    table.string('kind', 16).notNullable();
    table.string('reason', 200);
    table.bigInteger('at').notNullable().index();
  },
  review_file_reports: (table) => {
    table.string('key', 64).primary();
    table.integer('file_id').notNullable().index();
    table.text('report').notNullable();
  },
  review_waivers: (table) => {
    table.increments('id');
    table.string('uid', 128).notNullable();
    table.string('document_id', 64).notNullable();
    table.string('locale', 16).notNullable();
    // Digest of the key of a finding, which may be long.
    table.string('finding', 64).notNullable();
    table.string('kind', 16).notNullable();
    table.string('message', 600).notNullable();
    table.string('reason', 500);
    table.integer('user_id').notNullable();
    table.string('name', 120).notNullable();
    table.string('at', 32).notNullable();
    table.unique(['document_id', 'uid', 'locale', 'finding']);
  },
};

/** The tables of the checks. */
export const CHECK_MIGRATIONS: readonly Migration[] = [
  {
    name: 'checks-0001-tables',
    async up(sql) {
      for (const [name, make] of Object.entries(TABLES)) await sql.schema.createTable(name, make);
    },
  },
];
