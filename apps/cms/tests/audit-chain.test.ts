import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ensureUser } from '../src/provisioning/ensure-user';
import { bootCms, PASSWORD, type RunningCms, type Session, signIn } from './boot';

interface Audit {
  record(entry: object): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../../..');
let cms: RunningCms;
let audit: Audit;
let folder: string;
const sql = () => cms.strapi.db.connection;
const isPostgres = () => Boolean(process.env.DATABASE_URL);

beforeAll(async () => {
  cms = await bootCms();
  audit = cms.strapi.plugin('access').service('audit') as unknown as Audit;
  folder = mkdtempSync(join(tmpdir(), 'audit-export-'));
  for (let index = 0; index < 12; index++) await audit.record({ action: 'test.row', note: `第 ${index} 件` });
  for (const role of ['auditor', 'author', 'site-administrator']) await ensureUser(cms.strapi, { email: `${role}@example.cn`, name: role, password: PASSWORD, role });
});
afterAll(async () => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  await cms?.stop();
});

/** The command as an operator runs it. */
function operate(...given: (string | Record<string, string>)[]): Promise<{ code: number | null; printed: string }> {
  const args = given.filter((one) => typeof one === 'string');
  const more = Object.assign({}, ...given.filter((one) => typeof one !== 'string')) as Record<string, string>;
  const child = spawn(process.execPath, [join(ROOT, 'scripts/audit.mjs'), ...args], { cwd: folder, env: { ...process.env, ...more, INIT_CWD: folder } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  return new Promise((done) => child.once('exit', (code) => done({ code, printed })));
}

/** Does what only somebody can who owns the database: takes the triggers off first. */
async function tamper(work: () => Promise<unknown>): Promise<() => Promise<void>> {
  const saved = [await sql()('access_audit').select(), await sql()('access_audit_head').select()] as Record<string, unknown>[][];
  const triggers = isPostgres() ? [] : ((await sql()('sqlite_master').where({ type: 'trigger' }).where('name', 'like', 'access_audit%')) as { name: string; sql: string }[]);
  const off = async () => {
    if (isPostgres()) for (const table of ['access_audit', 'access_audit_head']) await sql().raw(`alter table ${table} disable trigger user`);
    else for (const { name } of triggers) await sql().raw(`drop trigger if exists ${name}`);
  };
  await off();
  await work();
  return async () => {
    for (const [index, table] of ['access_audit', 'access_audit_head'].entries()) {
      await sql()(table).delete();
      for (const row of saved[index]!) await sql()(table).insert(row);
    }
    if (isPostgres()) for (const table of ['access_audit', 'access_audit_head']) await sql().raw(`alter table ${table} enable trigger user`);
    else for (const trigger of triggers) await sql().raw(trigger.sql);
  };
}

describe('npm run audit -- verify', () => {
  test('finds a whole chain whole, while the platform runs', async () => {
    const { code, printed } = await operate('verify');
    expect([code, printed]).toEqual([0, expect.stringContaining('审计链完好')]);
  });

  test.each([
    ['altered', () => sql()('access_audit').where({ note: '第 5 件' }).update({ note: '别的' }), '被改动过'],
    ['removed', () => sql()('access_audit').where({ note: '第 5 件' }).delete(), '被删除'],
    ['cut off the end, with the head set back', async () => {
      const rows = await sql()('access_audit').orderBy('sequence', 'desc').limit(2);
      await sql()('access_audit').where({ sequence: rows[0].sequence }).delete();
      await sql()('access_audit_head').update({ sequence: rows[1].sequence, hash: rows[1].hash });
    }, '末端的封印不对'],
    ['inserted', async () => {
      const last = await sql()('access_audit').orderBy('sequence', 'desc').first();
      await sql()('access_audit').insert({ ...last, sequence: Number(last.sequence) + 1, previous: last.hash });
    }, '被插入'],
    ['put in another order', async () => {
      const [a, b] = await sql()('access_audit').whereIn('note', ['第 3 件', '第 4 件']).orderBy('sequence');
      for (const [row, to] of [[a, -1], [b, a.sequence]]) await sql()('access_audit').where({ sequence: row.sequence }).update({ sequence: to });
      await sql()('access_audit').where({ sequence: -1 }).update({ sequence: b.sequence });
    }, '调换了次序'],
  ])('says which row was %s', async (_how, work, finding) => {
    const undo = await tamper(work as () => Promise<unknown>);
    const { code, printed } = await operate('verify');
    await undo();
    expect([code, printed]).toEqual([1, expect.stringContaining(finding)]);
    expect((await operate('verify')).code).toBe(0);
  });
});

// The second process starts a whole CMS before it writes.
test('two processes write one chain', { timeout: 300_000 }, async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'record-rows.mjs'), '40'], { env: process.env });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  await expect.poll(() => /^ready$/m.test(printed) || child.exitCode !== null, { timeout: 240_000 }).toBe(true);
  expect(printed).toMatch(/^ready$/m);
  for (let index = 0; index < 40; index++) await audit.record({ action: 'test.first', note: String(index) });
  expect(await ended, printed).toBe(0);
  const rows = (await sql()('access_audit').orderBy('sequence').select('sequence', 'action', 'previous', 'hash')) as { sequence: number; action: string; previous: string; hash: string }[];
  expect(rows.map(({ sequence }) => Number(sequence))).toEqual(rows.map((_, index) => index + 1));
  for (const [index, row] of rows.slice(1).entries()) expect(row.previous).toBe(rows[index]!.hash);
  for (const action of ['test.first', 'test.second']) expect(rows.filter((row) => row.action === action)).toHaveLength(40);
  expect((await operate('verify')).code).toBe(0);
});

describe('rows older than a year', () => {
  test('move into signed files, and the chain stays whole', async () => {
    const before = Number((await sql()('access_audit').count({ count: '*' }).first())!.count);
    const inAYear = new Date(Date.now() + 400 * 24 * 60 * 60 * 1000);
    const gone = await (audit as unknown as { archive(now: Date, rows?: number): Promise<number> }).archive(inAYear, 5);
    expect(gone).toBe(before);
    const archive = join(process.env.DATA_DIR!, 'audit/archive');
    const files = readdirSync(archive).filter((name) => name.endsWith('.gz'));
    expect(files).toHaveLength(Math.ceil(before / 5));
    const left = await sql()('access_audit').select('action');
    expect([...new Set(left.map(({ action }) => action))]).toEqual(['audit.archive']);
    await audit.record({ action: 'test.row', note: '归档以后' });

    const whole = await operate('verify');
    expect([whole.code, whole.printed]).toEqual([0, expect.stringContaining(`已归档的 ${before} 行`)]);
    expect((await operate('check', join(archive, files[0]!))).printed).toContain('签名正确');
    await expect(Promise.resolve(sql().raw('delete from access_audit'))).rejects.toThrow('append-only');

    const file = join(archive, files[1]!);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, -3));
    expect((await operate('check', file)).printed).toContain('内容被改动过');
    rmSync(file);
    const broken = await operate('verify');
    expect([broken.code, broken.printed]).toEqual([1, expect.stringMatching(/第 6 行到第 10 行被删除/)]);
    writeFileSync(file, bytes);
    expect((await operate('verify')).code).toBe(0);
  });
});

test.skipIf(isPostgres())('a restored backup brings the chain back whole, with what was archived', async () => {
  const steps = (name: string) => import(join(ROOT, 'scripts/steps/backup', name));
  const [{ writeBackup }, { restoreBackup }, { sqliteOf }, { makeKeyPair }] = await Promise.all(['write.mjs', 'restore.mjs', 'sqlite.mjs', 'seal.mjs'].map(steps));
  const { publicKey, privateKey } = makeKeyPair();
  const made = await writeBackup({ dataDir: process.env.DATA_DIR, database: sqliteOf(process.env.DATA_DIR), to: join(folder, 'backups'), publicKey, now: new Date() });
  const restored = join(folder, 'restored');
  await restoreBackup({ folder: made.folder, dataDir: restored, database: sqliteOf(restored), privateKey, keyPlace: 'test', now: new Date() });
  const { code, printed } = await operate('verify', { DATA_DIR: restored });
  expect([code, printed]).toEqual([0, expect.stringContaining('已归档的')]);
});

describe('npm run audit -- export', () => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

  test('writes a period as CSV whose signature openssl accepts', async () => {
    const { code, printed } = await operate('export', '--from', day, '--to', day);
    expect([code, printed]).toEqual([0, expect.stringContaining('导出了')]);
    const inside = join(folder, `审计记录_${day}_${day}`);
    const csv = join(inside, `审计记录_${day}_${day}.csv`);
    expect(readFileSync(csv, 'utf8')).toContain('第 5 件');
    const openssl = (...args: string[]) => new Promise<string>((done) => {
      const child = spawn('openssl', args, { cwd: inside });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
      child.once('exit', () => done(said));
    });
    const verify = () => openssl('pkeyutl', '-verify', '-pubin', '-inkey', 'audit-public.pem', '-rawin', '-in', `${csv}.sha256`, '-sigfile', `${csv}.sha256.sig`);
    expect(await verify()).toContain('Verified Successfully');
    writeFileSync(csv, `${readFileSync(csv, 'utf8')}x`);
    expect((await operate('check', csv)).printed).toContain('内容被改动过');
    writeFileSync(`${csv}.sha256`, `${'0'.repeat(64)}  x\n`);
    expect(await verify()).not.toContain('Verified Successfully');
  });

  test('says what is wrong with a period', async () => {
    expect((await operate('export', '--from', '2026-02-30', '--to', day)).printed).toContain('“2026-02-30”不是日期');
  });
});

describe('in the admin', () => {
  let sessions: Record<'auditor' | 'author' | 'site-administrator', Session>;
  beforeAll(async () => {
    const as = (role: string) => signIn(cms, `${role}@example.cn`);
    sessions = { auditor: await as('auditor'), author: await as('author'), 'site-administrator': await as('site-administrator') };
  });
  beforeEach(() => audit.record({ action: 'test.row', subject: { uid: 'api::article.article', documentId: 'abcdefghijklmnopqrstuvwx', title: '滨江路通水' } }));

  test('auditors and site administrators see the audit, others do not', async () => {
    for (const [role, status] of [['auditor', 200], ['site-administrator', 200], ['author', 403]] as const) {
      expect((await sessions[role].call('POST', '/access/audit/list', {})).status, role).toBe(status);
    }
    expect((await sessions['site-administrator'].call('GET', '/access/audit/export?from=2026-01-01&to=2026-01-02')).status).toBe(403);
  });

  test('roles an installation had before get their rights once, and not again after they were taken away', async () => {
    const upgrade = () => cms.strapi.plugin('access').service('roles')!.ensure();
    const forget = () => cms.strapi.db.connection('access_role_defaults').where('permission', 'like', 'plugin::access.audit.%').delete();
    const roles = cms.strapi.service('admin::role')!;
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'auditor' }, populate: ['permissions'] });
    const held = () => cms.strapi.db.query('admin::permission').findMany({ where: { role: { id: role.id } } });
    const isAudit = ({ action }: { action: string }) => action.startsWith('plugin::access.audit.');
    const without = async () => (await held()).filter((permission: { action: string }) => !isAudit(permission)).map(({ action, subject, properties, conditions }: Record<string, unknown>) => ({ action, subject, properties, conditions }));
    const before = (await held()).length;
    await roles.assignPermissions(role.id, await without());
    await forget();
    await upgrade();
    expect((await held()).length, 'all others stay').toBe(before);
    expect((await held()).filter(isAudit)).toHaveLength(2);
    await roles.assignPermissions(role.id, await without());
    await upgrade();
    expect((await held()).filter(isAudit)).toEqual([]);
    await forget();
    await upgrade();
  });

  test('the list is narrowed by action, person, document and period, and paged without end', async () => {
    const list = async (query: object) => (await sessions.auditor.call('POST', '/access/audit/list', query)).body.data;
    for (let index = 0; index < 60; index++) await audit.record({ action: 'test.page', note: String(index) });
    const first = await list({ action: 'test.page' });
    expect(first.rows).toHaveLength(50);
    const second = await list({ action: 'test.page', below: first.next });
    expect([...first.rows, ...second.rows].map(({ note }: { note: string }) => note)).toEqual(Array.from({ length: 60 }, (_, index) => String(59 - index)));
    expect(second.next).toBeNull();
    expect((await list({ action: 'test' })).rows.length).toBe(50);
    expect((await list({ subject: 'abcdefghijklmnopqrstuvwx' })).rows[0].subject_title).toBe('滨江路通水');
    expect((await list({ subject: '滨江路' })).rows[0].subject_id).toBe('abcdefghijklmnopqrstuvwx');
    expect((await list({ actor: 'user' })).rows.every(({ actor }: { actor: string }) => actor.startsWith('user:'))).toBe(true);
    expect((await list({ from: '2001-01-01', to: '2001-01-02' })).rows).toEqual([]);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect((await list({ from: day, to: day })).rows.length).toBe(50);
    const wrong = await sessions.auditor.call('POST', '/access/audit/list', { from: '昨天' });
    expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining('起始日期“昨天”不是日期')]);
  });

  test('the auditor takes a period out as a signed ZIP, which is itself written down', async () => {
    const answer = await sessions.auditor.call('GET', '/access/audit/export?from=2026-01-01&to=2036-01-01');
    expect([answer.status, (answer.body as string).slice(0, 2)]).toEqual([200, 'PK']);
    const row = await sql()('access_audit').where({ action: 'export.audit' }).first();
    expect([row.actor_name, JSON.parse(row.after)]).toEqual(['auditor', { from: '2026-01-01', to: '2036-01-01', rows: expect.any(Number) }]);
  });
});
