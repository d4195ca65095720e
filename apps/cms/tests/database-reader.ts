import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { Client } from 'pg';

type Row = Record<string, unknown>;

/** A database as it lies there, read past the CMS: by SQLite's file, or by DATABASE_URL on PostgreSQL. */
export interface DatabaseReader {
  run(sql: string): Promise<Row[]>;
  /** Names of the tables that are not the database's own. */
  tables(): Promise<string[]>;
  columns(table: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openDatabase(dataDir: string): Promise<DatabaseReader> {
  return process.env.DATABASE_URL ? openPostgres(process.env.DATABASE_URL) : openSqlite(join(dataDir, 'cms.db'));
}

/** The table of columns PostgreSQL keeps. */
const SCHEMA = `information_schema.columns where table_schema = 'public'`;

async function openPostgres(connectionString: string): Promise<DatabaseReader> {
  const client = new Client({ connectionString });
  await client.connect();
  const run = async (sql: string) => (await client.query<Row>(sql)).rows;
  return {
    run,
    tables: async () => (await run(`select distinct table_name as name from ${SCHEMA}`)).map(({ name }) => String(name)),
    columns: async (table) => (await run(`select column_name as name from ${SCHEMA} and table_name = '${table}'`)).map(({ name }) => String(name)),
    close: () => client.end(),
  };
}

function openSqlite(file: string): DatabaseReader {
  const database = new Sqlite(file);
  const run = async (sql: string) => database.prepare<[], Row>(sql).all();
  return {
    run,
    tables: async () => (await run(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)).map(({ name }) => String(name)),
    columns: async (table) => (await run(`pragma table_info("${table}")`)).map(({ name }) => String(name)),
    close: async () => void database.close(),
  };
}
