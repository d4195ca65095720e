import { inTransaction, isSqlite, type Database, type Knex } from './connection.ts';

interface Migration {
  name: string;
  up(knex: Knex): Promise<void>;
}

const JOURNAL = 'cases_migrations';
/** Tables nobody may change a row of, not even with SQL. */
const APPEND_ONLY = ['case_steps', 'case_access'];
/** Any number: keeps two processes from migrating at once on PostgreSQL. */
const LOCK = 7_266_317;

/** In order. A released one is never edited: what it did is in somebody's database. */
const MIGRATIONS: Migration[] = [
  {
    name: '001-cases',
    async up(knex) {
      await knex.schema.createTable('cases', (table) => {
        table.increments('id');
        table.string('number', 20).notNullable().unique();
        table.string('kind', 20).notNullable();
        table.string('purpose', 20).notNullable();
        table.text('title').notNullable();
        table.text('body').notNullable();
        table.text('name_sealed');
        table.text('phone_sealed');
        table.integer('may_publish').notNullable();
        table.string('code_hash', 60).notNullable();
        table.integer('suspicion').notNullable().defaultTo(0);
        table.integer('quarantined').notNullable().defaultTo(0);
        table.string('stage', 20).notNullable();
        table.integer('revision').notNullable().defaultTo(0);
        table.string('agency', 40);
        table.string('agency_name', 80);
        table.string('received_at', 30).notNullable();
        table.string('month', 7).notNullable();
        table.integer('limit_days').notNullable();
        table.string('due_on', 10).notNullable();
        table.text('answer');
        table.text('writers').notNullable().defaultTo('');
        table.string('answered_at', 30);
        table.text('public_title');
        table.text('public_body');
        table.string('public_author', 40);
        table.string('public_id', 12).unique();
        table.string('path', 255);
        table.string('published_at', 30);
        table.integer('rating');
        table.text('rating_comment');
        table.string('rated_at', 30);
        table.string('rectify_due_on', 10);
        table.string('rectified_at', 30);
        table.string('ended_at', 30);
        table.string('erased_at', 30);
        table.index(['agency', 'stage'], 'cases_agency_idx');
        table.index(['stage', 'due_on'], 'cases_stage_idx');
        table.index(['month'], 'cases_month_idx');
        table.index(['received_at'], 'cases_received_idx');
      });
      await knex.schema.createTable('case_steps', (table) => {
        table.increments('id');
        table.integer('case_id').notNullable().references('id').inTable('cases');
        table.string('event', 20).notNullable();
        table.string('stage', 20).notNullable();
        table.string('at', 30).notNullable();
        table.integer('actor_id');
        table.string('actor_name', 80).notNullable();
        table.text('note');
        table.text('remark');
        table.index(['case_id'], 'case_steps_case_idx');
      });
      await knex.schema.createTable('case_access', (table) => {
        table.increments('id');
        table.integer('case_id').notNullable().references('id').inTable('cases');
        table.string('number', 20).notNullable();
        table.integer('actor_id');
        table.string('actor_name', 80).notNullable();
        table.string('at', 30).notNullable();
        table.index(['case_id'], 'case_access_case_idx');
      });
      await knex.schema.createTable('case_settings', (table) => {
        table.string('name', 40).primary();
        table.text('value').notNullable();
      });
    },
  },
  {
    name: '002-taking-part',
    async up(knex) {
      await knex.schema.alterTable('cases', (table) => {
        table.string('about', 40);
        table.text('part');
        table.string('outcome', 10);
        table.index(['about'], 'cases_about_idx');
      });
      await knex.schema.createTable('survey_answers', (table) => {
        table.increments('id');
        table.string('number', 20).notNullable().unique();
        table.string('code_hash', 60).notNullable();
        table.string('survey', 40).notNullable();
        table.text('replies').notNullable();
        // The day and not the instant: nobody is to be recognised by when they answered.
        table.string('received_on', 10).notNullable();
        table.integer('quarantined').notNullable();
        table.index(['survey'], 'survey_answers_survey_idx');
      });
    },
  },
];

/** Brings the tables up to date, and puts back the triggers that guard the append-only ones. */
export async function migrate(db: Database, now: () => Date): Promise<void> {
  await inTransaction(db, async (knex) => {
    if (!isSqlite(knex)) await knex.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    if (!(await knex.schema.hasTable(JOURNAL))) {
      await knex.schema.createTable(JOURNAL, (table) => {
        table.string('name', 80).primary();
        table.string('at', 30).notNullable();
      });
    }
    const done = new Set((await knex(JOURNAL).select('name')).map((row: { name: string }) => row.name));
    for (const migration of MIGRATIONS) {
      if (done.has(migration.name)) continue;
      await migration.up(knex);
      await knex(JOURNAL).insert({ name: migration.name, at: now().toISOString() });
    }
    await (isSqlite(knex) ? guardSqlite(knex) : guardPostgres(knex));
  });
}

async function guardSqlite(knex: Knex): Promise<void> {
  for (const table of APPEND_ONLY) {
    for (const operation of ['UPDATE', 'DELETE']) {
      await knex.raw(
        `CREATE TRIGGER IF NOT EXISTS ${table}_no_${operation.toLowerCase()} BEFORE ${operation} ON ${table} ` +
          `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      );
    }
  }
}

async function guardPostgres(knex: Knex): Promise<void> {
  await knex.raw(
    `CREATE OR REPLACE FUNCTION cases_append_only() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  );
  for (const table of APPEND_ONLY) {
    await knex.raw(`DROP TRIGGER IF EXISTS ${table}_append_only ON ${table}`);
    await knex.raw(
      `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} ` +
        `FOR EACH STATEMENT EXECUTE FUNCTION cases_append_only()`,
    );
  }
}
