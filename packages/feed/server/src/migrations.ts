import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { inTransaction, type Sql } from './database.ts';

interface Migration {
  name: string;
  up(sql: Sql): Promise<void>;
}

/**
 * The feed's own tables, in the order they came to be. Strapi leaves tables alone that it does not track. A migration
 * that was released is never changed; a new one is added below it.
 */
const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-changes',
    async up(sql) {
      await sql.schema.createTable('feed_state', (table) => {
        table.string('key').primary();
        table.string('value').notNullable();
      });
      await sql('feed_state').insert({ key: 'epoch', value: randomUUID() });
      await sql.schema.createTable('feed_changes', (table) => {
        table.bigIncrements('sequence');
        table.string('kind', 16).notNullable();
        table.string('type', 64).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.string('path', 1024);
        table.text('title');
        table.string('at', 32).notNullable();
        table.index(['type', 'document_id', 'locale'], 'feed_changes_document_idx');
      });
    },
  },
  {
    name: '0002-addresses',
    async up(sql) {
      await sql.schema.createTable('feed_addresses', (table) => {
        table.string('path', 1024).primary();
        table.string('type', 64).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.string('state', 16).notNullable();
        table.string('to', 1024);
        table.string('column_id', 64);
        table.text('title');
        table.text('reason');
        table.string('at', 32).notNullable();
        table.index(['type', 'document_id', 'locale'], 'feed_addresses_document_idx');
        table.index(['state'], 'feed_addresses_state_idx');
      });
    },
  },
  {
    name: '0003-references',
    async up(sql) {
      await sql.schema.createTable('feed_references', (table) => {
        table.bigIncrements('id');
        table.string('type', 64).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.string('attribute', 64).notNullable();
        table.integer('position').notNullable();
        table.string('target_type', 64).notNullable();
        table.string('target_id', 64).notNullable();
        table.index(['document_id', 'type', 'locale'], 'feed_references_source_idx');
        table.index(['target_id', 'target_type'], 'feed_references_target_idx');
      });
      await sql.schema.createTable('feed_files', (table) => {
        table.bigIncrements('id');
        table.string('type', 64).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.string('file_id', 64).notNullable();
        table.index(['document_id', 'type', 'locale'], 'feed_files_document_idx');
        table.index(['file_id'], 'feed_files_file_idx');
      });
    },
  },
  {
    name: '0004-acknowledgements',
    async up(sql) {
      await sql.schema.createTable('feed_acknowledgements', (table) => {
        table.bigIncrements('id');
        table.string('epoch', 64).notNullable();
        table.bigInteger('sequence').notNullable();
        table.string('release', 128).notNullable();
        table.string('live_at', 32).notNullable();
        table.float('seconds').notNullable();
        table.string('at', 32).notNullable();
        table.index(['epoch', 'sequence'], 'feed_acknowledgements_sequence_idx');
      });
      await sql.schema.createTable('feed_blocked', (table) => {
        table.string('type', 64).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.text('reason').notNullable();
        table.string('at', 32).notNullable();
        table.primary(['type', 'document_id', 'locale']);
      });
    },
  },
  {
    name: '0005-lease',
    async up(sql) {
      await sql.schema.createTable('feed_lease', (table) => {
        table.integer('id').primary();
        table.string('holder', 128).notNullable();
        table.bigInteger('fence').notNullable();
        table.string('until', 32).notNullable();
      });
    },
  },
  {
    name: '0006-sites',
    async up(sql) {
      for (const name of ['feed_acknowledgements', 'feed_blocked'])
        await sql.schema.alterTable(name, (table) => void table.string('site', 64));
    },
  },
  {
    // Each site has addresses of its own. SQLite cannot give a table another key: it is made anew.
    name: '0007-addresses-of-sites',
    async up(sql) {
      await sql.schema.createTable('feed_addresses_of_sites', (table) => {
        table.string('path', 1024).notNullable();
        table.string('site', 64).notNullable().defaultTo('');
        table.string('type', 64).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 16).notNullable();
        table.string('state', 16).notNullable();
        table.string('to', 1024);
        table.string('to_site', 64);
        table.string('column_id', 64);
        table.text('title');
        table.text('reason');
        table.string('at', 32).notNullable();
        table.primary(['path', 'site']);
      });
      const kept = '"path", "type", "document_id", "locale", "state", "to", "column_id", "title", "reason", "at"';
      await sql.raw(`insert into "feed_addresses_of_sites" (${kept}) select ${kept} from "feed_addresses"`);
      await sql.schema.dropTable('feed_addresses');
      await sql.schema.renameTable('feed_addresses_of_sites', 'feed_addresses');
      await sql.schema.alterTable('feed_addresses', (table) => {
        table.index(['type', 'document_id', 'locale'], 'feed_addresses_document_idx');
        table.index(['state'], 'feed_addresses_state_idx');
      });
    },
  },
];

/** Brings the feed's tables up to date. Does nothing when they are; each migration is whole or not there. */
export async function migrate(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    if (!(await sql.schema.hasTable('feed_migrations'))) {
      await sql.schema.createTable('feed_migrations', (table) => {
        table.string('name').primary();
        table.string('at', 32).notNullable();
      });
    }
    const done = new Set(await sql('feed_migrations').pluck('name'));
    for (const { name, up } of MIGRATIONS) {
      if (done.has(name)) continue;
      await up(sql);
      await sql('feed_migrations').insert({ name, at: new Date().toISOString() });
    }
  });
}
