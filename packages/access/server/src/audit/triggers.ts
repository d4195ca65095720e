import type { Sql } from './database.ts';

/** Triggers of SQLite by name. Rows leave the table only after they have been archived. */
const SQLITE: Record<string, string> = {
  access_audit_no_update: `CREATE TRIGGER access_audit_no_update BEFORE UPDATE ON access_audit BEGIN SELECT RAISE(ABORT, 'access_audit is append-only'); END`,
  access_audit_no_delete: `CREATE TRIGGER access_audit_no_delete BEFORE DELETE ON access_audit WHEN OLD.sequence > coalesce((SELECT archived_through FROM access_audit_head), 0) BEGIN SELECT RAISE(ABORT, 'access_audit is append-only'); END`,
  access_audit_head_no_delete: `CREATE TRIGGER access_audit_head_no_delete BEFORE DELETE ON access_audit_head BEGIN SELECT RAISE(ABORT, 'access_audit_head is needed'); END`,
};

const POSTGRES_BODY = `
BEGIN
  IF TG_TABLE_NAME = 'access_audit' AND TG_OP = 'DELETE' THEN
    IF OLD.sequence <= coalesce((SELECT archived_through FROM access_audit_head), 0) THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END`;

const POSTGRES: Record<string, string> = {
  access_audit_no_change: 'BEFORE UPDATE OR DELETE ON access_audit FOR EACH ROW',
  access_audit_no_truncate: 'BEFORE TRUNCATE ON access_audit FOR EACH STATEMENT',
  access_audit_head_no_delete: 'BEFORE DELETE ON access_audit_head FOR EACH ROW',
  access_audit_head_no_truncate: 'BEFORE TRUNCATE ON access_audit_head FOR EACH STATEMENT',
};

/** Whether every trigger stands as it was made, switched on. */
export async function guardsAreIntact(sql: Sql, isPostgres: boolean): Promise<boolean> {
  if (!isPostgres) {
    const rows: { name: string; sql: string }[] = await sql('sqlite_master').where({ type: 'trigger' }).whereIn('name', Object.keys(SQLITE)).select('name', 'sql');
    return rows.length === Object.keys(SQLITE).length && rows.every((row) => row.sql === SQLITE[row.name]);
  }
  const { rows } = await sql.raw(
    `select t.tgname as name, t.tgenabled as enabled, p.prosrc as body
     from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
     where c.relname in ('access_audit', 'access_audit_head') and c.relnamespace = current_schema()::regnamespace and not t.tgisinternal`,
  );
  const found = rows as { name: string; enabled: string; body: string }[];
  return Object.keys(POSTGRES).every((name) => found.some((row) => row.name === name && row.enabled === 'O' && row.body === POSTGRES_BODY));
}

/** Sets the triggers anew, whatever stands there. */
export async function guardTables(sql: Sql, isPostgres: boolean): Promise<void> {
  if (!isPostgres) {
    for (const [name, statement] of Object.entries(SQLITE)) {
      await sql.raw(`DROP TRIGGER IF EXISTS ${name}`);
      await sql.raw(statement);
    }
    return;
  }
  await sql.raw(`CREATE OR REPLACE FUNCTION access_audit_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$${POSTGRES_BODY}$guard$`);
  for (const [name, when] of Object.entries(POSTGRES)) {
    await sql.raw(`DROP TRIGGER IF EXISTS ${name} ON ${/ON (\w+)/.exec(when)![1]}`);
    await sql.raw(`CREATE TRIGGER ${name} ${when} EXECUTE FUNCTION access_audit_guard()`);
  }
}
