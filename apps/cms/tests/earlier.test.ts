import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import Sqlite from 'better-sqlite3';
import { afterEach, expect, inject, test } from 'vitest';

import { FEED_TOKEN, GATEWAY_TOKEN } from './boot';
import { type DatabaseReader, openDatabase } from './database-reader';
import { type ServedCms, serveCms, untilHealthy } from './served-cms';

const FOLDER = join(import.meta.dirname, 'earlier');
const engine = process.env.DATABASE_URL ? 'postgres' : 'sqlite';
/** Databases of earlier states of the schemas, by the day each was left behind. */
const EARLIER = readdirSync(FOLDER).filter((name) => name.endsWith(`.${engine}.sql.gz`));
/** Tables Strapi or we write anew at each boot; what editors and citizens wrote is in the others. */
const WRITTEN_AT_BOOT = /^(strapi_|admin_permissions)/;

let dataDir: string;
let cms: ServedCms | undefined;
afterEach(async () => {
  await cms?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Loads a database in place of the one that tests begin with. */
function load(sql: string): void {
  if (process.env.DATABASE_URL) execFileSync(join(inject('postgres').bin, 'psql'), ['--quiet', '--set=ON_ERROR_STOP=1', process.env.DATABASE_URL], { input: `drop schema public cascade; create schema public;\n${sql}`, stdio: ['pipe', 'ignore', 'inherit'] });
  else new Sqlite(join(dataDir, 'cms.db')).exec(sql).close();
}

/** Every row of every table, with the columns given or those there are. */
async function readAll(known?: ReadonlyMap<string, { columns: string[] }>) {
  const database = await openDatabase(dataDir);
  const found = new Map<string, { columns: string[]; rows: string[] }>();
  for (const table of await database.tables()) {
    const columns = await database.columns(table);
    const compared = known?.get(table)?.columns.filter((name) => columns.includes(name)) ?? columns;
    const rows = await database.run(`select ${compared.map((name) => `"${name}"`).join(', ')} from "${table}"`);
    found.set(table, { columns, rows: rows.map((row) => JSON.stringify(row)) });
  }
  await database.close();
  return found;
}

test.each(EARLIER)('%s is opened by this version without losing a table, a column or a row', async (name) => {
  dataDir = mkdtempSync(join(tmpdir(), 'cms-earlier-'));
  mkdirSync(join(dataDir, 'uploads'));
  load(gunzipSync(readFileSync(join(FOLDER, name))).toString('utf8'));
  const before = await readAll();

  cms = await serveCms(dataDir, { CASE_RETENTION_DAYS: '36500' });
  await untilHealthy(cms);
  const after = await readAll(before);
  const lost: string[] = [];
  for (const [table, { columns, rows }] of before) {
    const now = after.get(table);
    lost.push(...columns.filter((column) => !now?.columns.includes(column)).map((column) => `${table}.${column}`));
    if (WRITTEN_AT_BOOT.test(table)) continue;
    const kept = new Set(now?.rows);
    lost.push(...rows.filter((row) => !kept.has(row)).map((row) => `${table}: ${row}`));
  }
  expect(lost).toEqual([]);

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const lines = (await (await fetch(`${cms.address}/api/feed/export`, { headers: bearer(FEED_TOKEN) })).text()).trim().split('\n').map((line) => JSON.parse(line));
  const published = await readPublished();
  const carried = lines.filter(({ kind, type }) => kind === 'entry' && type !== 'case-figures').map(({ documentId }) => documentId);
  expect(carried.sort()).toEqual(published.sort());
  const tracked = await fetch(`${cms.address}/api/cases/track`, {
    method: 'POST',
    headers: { ...bearer(GATEWAY_TOKEN), 'content-type': 'application/json' },
    body: JSON.stringify({ number: '20261109-234567', code: '23456789' }),
  });
  expect(await tracked.json()).toMatchObject({ state: 'public', agencyName: '望川市水务局', answer: expect.stringContaining('更换阀门') });

  const database = await openDatabase(dataDir);
  expect(await findNotGiven(database)).toEqual([]);
  await expect(database.run(`update case_steps set actor_name = 'x' returning id`)).rejects.toThrow('append-only');
  await database.close();
});

/** What this version gives to roles, types and fields included that it has new, and a role does not hold. */
async function findNotGiven({ run }: DatabaseReader): Promise<string[]> {
  const read = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
  const held = await run(`select r.code as role, p.action, p.subject, p.conditions, p.properties from admin_permissions p
    join admin_permissions_role_lnk l on l.permission_id = p.id join admin_roles r on r.id = l.role_id`);
  const fieldsOf = new Map(held.map((row) => [[row.role, row.action, row.subject ?? '', ...read(row.conditions ?? '[]').sort()].join('|'), read(row.properties ?? '{}').fields ?? []]));
  const given = await run('select role, permission, fields from access_role_defaults');
  for (const wanted of ['site-administrator|plugin::review.notices-manage', 'author|plugin::content-manager.explorer.create|api::survey.survey']) {
    expect(given.some(({ role, permission }) => `${role}|${permission}`.startsWith(wanted)), wanted).toBe(true);
  }
  return given.flatMap(({ role, permission, fields }) => {
    const [key, wanted] = [`${role}|${permission}`, fields === null ? [] : (read(fields) as string[])];
    return fieldsOf.has(key) ? wanted.filter((field) => !fieldsOf.get(key).includes(field)).map((field) => `${key}: ${field}`) : [key];
  });
}

/** Documents whose addresses are live: what the feed carried before. */
async function readPublished(): Promise<string[]> {
  const database = await openDatabase(dataDir);
  const rows = await database.run(`select document_id as id from feed_addresses where state = 'live'`);
  const sites = await database.run(`select document_id as id from sites where published_at is not null`);
  await database.close();
  return [...rows, ...sites].map(({ id }) => String(id));
}
