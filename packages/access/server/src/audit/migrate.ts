import type { Core } from '@strapi/strapi';

import { inOrderedTransaction, isPostgres, type Sql } from './database.ts';
import { sealedText } from './chain/head.ts';
import type { AuditKeys } from './chain/keys.ts';
import { NOTHING_BEFORE } from './chain/row.ts';
import { guardTables, guardsAreIntact } from './triggers.ts';

/**
 * Makes the tables of the audit and sets their triggers. Strapi leaves tables alone that it does not track.
 * @returns Whether the triggers of tables that were there already had been touched.
 */
export function migrateAudit(strapi: Core.Strapi, keys: AuditKeys): Promise<{ guardsWereBroken: boolean }> {
  return inOrderedTransaction(strapi, async (sql) => {
    const isThere = await sql.schema.hasTable('access_audit');
    if (!isThere) {
      await makeTables(sql);
      await sql('access_audit_head').insert(emptyHead(keys));
    }
    const guardsWereBroken = isThere && !(await guardsAreIntact(sql, isPostgres(strapi)));
    if (!isThere || guardsWereBroken) await guardTables(sql, isPostgres(strapi));
    return { guardsWereBroken };
  });
}

async function makeTables(sql: Sql): Promise<void> {
  await sql.schema.createTable('access_audit', (table) => {
    table.bigInteger('sequence').notNullable().primary();
    table.string('at', 30).notNullable();
    table.string('actor', 80).notNullable();
    table.string('actor_name', 120).notNullable();
    table.string('address', 64);
    table.text('agent');
    table.string('request_id', 80);
    table.string('action', 64).notNullable();
    table.string('subject_type', 100);
    table.string('subject_id', 100);
    table.string('subject_locale', 20);
    table.text('subject_title');
    table.text('before');
    table.text('after');
    table.text('note');
    table.string('previous', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.string('seal', 64).notNullable();
    table.index(['at'], 'access_audit_at_idx');
    table.index(['actor', 'sequence'], 'access_audit_actor_idx');
    table.index(['action', 'sequence'], 'access_audit_action_idx');
    table.index(['subject_id', 'sequence'], 'access_audit_subject_idx');
    table.index(['subject_title', 'sequence'], 'access_audit_title_idx');
  });
  await sql.schema.createTable('access_audit_head', (table) => {
    table.bigInteger('sequence').notNullable();
    table.string('hash', 64).notNullable();
    table.bigInteger('archived_through').notNullable();
    table.string('archived_hash', 64).notNullable();
    table.string('seal', 64).notNullable();
  });
}

function emptyHead(keys: AuditKeys) {
  const head = { sequence: 0, hash: NOTHING_BEFORE, archivedThrough: 0, archivedHash: NOTHING_BEFORE };
  return { sequence: 0, hash: head.hash, archived_through: 0, archived_hash: head.archivedHash, seal: keys.seal(sealedText(head)) };
}
