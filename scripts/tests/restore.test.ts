import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Installation } from './installation.ts';

const MANAGER = '/content-manager/collection-types';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const LETTER = { number: '20261109-ABCDEF', code: '23456789', name: '欧阳晓梅', phone: '13900000000' };

const city = new Installation();
const keyFile = path.join(city.folder, 'restore-key.pem');
const backups = path.join(city.folder, 'backups');
const backupOf = (index: number) => path.join(backups, readdirSync(backups).sort().at(index)!);
const to = (documentId: string) => ({ connect: [{ documentId }] });
let article: (title: string, isPublished?: boolean) => Promise<string>;

beforeAll(async () => {
  await city.lay();
  await city.start();
  const call = await city.signIn();
  const make = async (type: string, data: object, isPublished = true): Promise<string> => {
    const { data: made } = await call('POST', `${MANAGER}/api::${type}.${type}`, data);
    if (isPublished) await call('POST', `${MANAGER}/api::${type}.${type}/${made.documentId}/actions/publish`, {});
    return made.documentId;
  };
  const site = to(await make('site', { title: '望川市人民政府', shortName: '望川市', domain: 'www.wangchuan.example', siteCode: '0000000000', theme: 'blue', sponsor: '望川市人民政府办公室' }));
  const agency = to(await make('agency', { title: '市水务局', code: 'water', acceptsCases: true, site }));
  const column = (slug: string, title: string, kind: string, columnType: string) =>
    make('column', { title, slug, kind, columnType, updateClass: 'dynamic', site, description: title, keywords: title });
  const news = to(await column('yaowen', '要闻', 'articles', 'news'));
  await column('laixin', '来信', 'letters', 'letters');
  article = (title, isPublished = true) => make('article', { title, body: '<p>正文</p>', column: news, agency }, isPublished);

  const form = new FormData();
  form.append('files', new Blob([PNG], { type: 'image/png' }), '通水.png');
  const [picture] = await call('POST', '/upload', form);
  await make('article', { title: '滨江路通水', body: '<p>今天通水。</p>', column: news, agency, cover: picture.id });
  await article('冬季用水提示');
  await fileLetter();
  // Handing it on tells the month's figures at once; by themselves they would go out half a minute later.
  const { data: letter } = await call('GET', `/cases/letters/${LETTER.number}`);
  await call('POST', `/cases/letters/${LETTER.number}/assign`, { revision: letter.revision, agency: agency.connect[0]!.documentId });
  const published = async () => Object.keys(await city.servedBytes().catch(() => ({}))).filter((address) => /^\/yaowen\/\d{6}\//.test(address));
  while ((await published()).length < 2) await new Promise((resolve) => setTimeout(resolve, 300));
}, 240_000);
afterAll(async () => {
  await city.stop();
  rmSync(city.folder, { recursive: true, force: true });
});

async function fileLetter(): Promise<void> {
  const { number, code, name, phone } = LETTER;
  const submission = { purpose: 'help', agency: '', title: '门前水管漏水', body: '门前水管已经漏了三天，请尽快修理。', name, phone, mayPublish: true };
  const answer = await fetch(`${city.cms}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${city.key('GATEWAY_TOKEN')}` },
    body: JSON.stringify({ kind: 'letter', number, code, receivedAt: '2026-11-09T01:20:00.000Z', suspicion: 0, submission }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Loses the machine: the data folder, and the content of the database server. */
async function destroy(): Promise<void> {
  rmSync(city.dataDir, { recursive: true, force: true });
  if (!process.env.DATABASE_URL) return;
  const { Client } = createRequire(path.resolve(import.meta.dirname, '../../apps/cms/package.json'))('pg');
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
}

describe('a backup', () => {
  test('needs the key its secrets are sealed to, and says how to make one', async () => {
    const { code, printed } = await city.operate('backup', '--to', backups);
    expect([code, printed]).toEqual([1, expect.stringContaining('npm run backup -- --make-key')]);
    expect((await city.operate('backup', '--make-key', path.join(city.dataDir, 'key.pem'))).printed).toContain('私钥不能放在数据目录里');
    expect((await city.operate('backup', '--make-key', keyFile)).code).toBe(0);
    expect(statSync(keyFile).mode & 0o077).toBe(0);
  });

  test('is made while editors write, holds no secret in the open, and takes no space for what did not change', async () => {
    const writing = Promise.all(Array.from({ length: 10 }, (_, index) => article(`草稿 ${index}`, false)));
    const { code, printed } = await city.operate('backup', '--to', backups, '--keep', '2');
    await writing;
    expect([code, printed]).toEqual([0, expect.stringContaining('备份完成')]);

    const sealed = readFileSync(path.join(backupOf(-1), 'secrets.sealed.json'), 'utf8');
    for (const name of ['CASE_KEY', 'APP_KEYS', 'FEED_TOKEN']) expect(sealed).not.toContain(city.key(name));
    expect(existsSync(path.join(backupOf(-1), 'secrets'))).toBe(false);

    expect((await city.operate('backup', '--to', backups, '--keep', '2')).code).toBe(0);
    const upload = (backup: string) => path.join(backup, 'uploads', readdirSync(path.join(backup, 'uploads'))[0]!);
    expect(statSync(upload(backupOf(0))).ino).toBe(statSync(upload(backupOf(1))).ino);
  });

  test('is the newest of as many as are kept', async () => {
    const before = readdirSync(backups);
    await city.operate('backup', '--to', backups, '--keep', '1');
    const [only, ...others] = readdirSync(backups);
    expect(others).toEqual([]);
    expect(before).not.toContain(only);
  });
});

describe('a restore', () => {
  test('refuses while the platform runs', async () => {
    const { code, printed } = await city.operate('restore', backupOf(0), '--key', keyFile);
    expect([code, printed]).toEqual([1, expect.stringContaining('平台还在运行')]);
  });

  test('brings back the same site, readable letters and a whole audit after everything was lost, and begins a new epoch', async () => {
    const [served, searchable, epoch] = [await city.servedBytes(), await city.searchable(), await city.epoch()];
    expect(searchable).toBeGreaterThan(0);
    expect(Object.values(served).filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(5);
    await city.stop();

    const kept = await city.operate('restore', backupOf(0), '--key', keyFile);
    expect([kept.code, kept.printed]).toEqual([1, expect.stringContaining('数据目录不是空的')]);
    await destroy();
    const { code, printed } = await city.operate('restore', backupOf(0), '--key', keyFile);
    expect([code, printed]).toEqual([0, expect.stringContaining('已恢复到')]);
    expect(statSync(path.join(city.dataDir, 'secrets/keys.json')).mode & 0o077).toBe(0);

    const restarted = new Date();
    await city.start();
    await expect.poll(() => city.runsSince(restarted), { timeout: 60_000, interval: 300 }).not.toEqual([]);
    expect(await city.runsSince(restarted)).not.toContain('failed');
    // Pictures whose sizes were not all made at the time of the backup are finished first.
    await expect.poll(() => city.servedBytes(), { timeout: 60_000, interval: 500 }).toEqual(served);
    await expect.poll(() => city.searchable(), { timeout: 20_000, interval: 300 }).toBe(searchable);
    expect(await city.epoch()).not.toBe(epoch);
    const call = await city.signIn();
    const { data } = await call('POST', `/cases/letters/${LETTER.number}/contact`);
    expect(data).toEqual({ name: LETTER.name, phone: LETTER.phone });
    const audit = await city.operate('audit', 'verify');
    expect([audit.code, audit.printed]).toEqual([0, expect.stringContaining('审计链完好')]);
    await city.stop();
  }, 240_000);

  test('touches nothing when a file of the backup was changed, or the key is another one', async () => {
    const damaged = path.join(city.folder, 'damaged');
    cpSync(backupOf(0), damaged, { recursive: true });
    const before = city.entries();
    const otherKey = path.join(city.folder, 'other.pem');
    rmSync(path.join(city.dataDir, 'secrets/backup-public.pem'));
    await city.operate('backup', '--make-key', otherKey);
    const wrong = await city.operate('restore', damaged, '--key', otherKey, '--replace');
    expect([wrong.code, wrong.printed]).toEqual([1, expect.stringContaining('封存的密钥打不开')]);

    const media = readdirSync(path.join(damaged, 'uploads'))[0]!;
    appendFileSync(path.join(damaged, 'uploads', media), 'x');
    const changed = await city.operate('restore', damaged, '--key', keyFile, '--replace');
    expect([changed.code, changed.printed]).toEqual([1, expect.stringContaining(`uploads/${media}（内容变了）`)]);

    const manifest = path.join(damaged, 'manifest.json');
    const list = JSON.parse(readFileSync(manifest, 'utf8'));
    rmSync(path.join(damaged, 'uploads', media));
    list.files = list.files.filter((file: { path: string }) => !file.path.endsWith(media));
    rmSync(manifest);
    appendFileSync(manifest, JSON.stringify(list));
    const forged = await city.operate('restore', damaged, '--key', keyFile, '--replace');
    expect([forged.code, forged.printed]).toEqual([1, expect.stringContaining('备份被改动过')]);
    expect(city.entries()).toEqual(before);
  });

  test('sets aside what is there when it is told to replace it', async () => {
    const before = city.entries().filter((name) => name !== 'secrets');
    const { code, printed } = await city.operate('restore', backupOf(0), '--without-secrets', '--replace');
    expect([code, printed]).toEqual([0, expect.stringContaining('原来的内容移到了')]);
    const aside = city.entries().find((name) => name.startsWith('before-restore-'))!;
    expect(readdirSync(path.join(city.dataDir, aside)).sort()).toEqual(before.sort());
    expect(existsSync(path.join(city.dataDir, 'secrets/keys.json'))).toBe(true);
  });
});
