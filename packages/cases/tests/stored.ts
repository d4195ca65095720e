import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the CMS: a plugin has no database driver of its own. */
const requireFromCms = createRequire(new URL('../../../apps/cms/package.json', import.meta.url));

type Rows = Record<string, unknown>[];

async function onPostgres<T>(work: (query: (sql: string) => Promise<Rows>) => Promise<T>): Promise<T> {
  const { Client } = requireFromCms('pg');
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await work(async (sql) => (await client.query(sql)).rows);
  } finally {
    await client.end();
  }
}

/** Rows of the database the tests run on, read past the CMS. */
export async function readStored(dataDir: string, sql: string): Promise<Rows> {
  if (process.env.DATABASE_URL) return onPostgres((query) => query(sql));
  const database = new (requireFromCms('better-sqlite3'))(join(dataDir, 'cms.db'), { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** Everything the database holds: SQLite's files as they lie on the disk, PostgreSQL's tables row by row. */
export async function readEverything(dataDir: string): Promise<string> {
  if (!process.env.DATABASE_URL) {
    const files = readdirSync(dataDir).filter((name) => name.startsWith('cms.db'));
    return Buffer.concat(files.map((name) => readFileSync(join(dataDir, name)))).toString('utf8');
  }
  return onPostgres(async (query) => {
    const tables = await query(`select table_name as name from information_schema.tables where table_schema = 'public'`);
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows = await query(`select stored::text as text from "${String(name)}" as stored`);
      texts.push(...rows.map(({ text }) => String(text)));
    }
    return texts.join('\n');
  });
}
