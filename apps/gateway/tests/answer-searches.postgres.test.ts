import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSearchDatabase, type SearchDatabase } from '@mingchuang/search/postgres/database';
import { openDocumentWriter } from '@mingchuang/search/postgres/write-documents';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ReleaseMaker } from './release-maker.ts';
import { SITE, startGateway, type TestGateway } from './start-gateway.ts';
import { page } from './stand-in-renderer.ts';

let dataDir: string;
let database: SearchDatabase;
let site: TestGateway;

const document = (name: string, text: string) => ({ url: `/news/${name}/`, kind: 'article' as const, title: name, aliases: [], text, date: '2026-11-01' });
const words = { same: [['栈道', '步道']], also: [], best: [], worst: [], keep: [], hot: [] };

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mc-answers-'));
  database = openSearchDatabase(process.env.DATABASE_URL!, () => undefined);
  await openDocumentWriter(database, 'answered').build([document('河边', '河边的步道开放了'), document('停水', '周六停水')]);
  const maker = new ReleaseMaker(dataDir, { key: 'main', id: 'answered', hosts: ['www.wangchuan.example'] });
  maker.release({ content: { ...SITE, '/search/': page('搜索', ''), '/search/words.json': { body: JSON.stringify(words), type: 'application/json; charset=utf-8' } } });
  site = await startGateway({ dataDir, maker, searchDatabaseUrl: process.env.DATABASE_URL! });
});
afterAll(async () => {
  await site.stop();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const search = (request: object, headers?: Record<string, string>) => site.post('/search/answer/', { request: JSON.stringify(request) }, headers);

test('answers from the database, with the rules of the release that is served', async () => {
  const { status, headers, text } = await search({ query: '栈道' });
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/json; charset=utf-8', 'no-store']);
  expect(JSON.parse(text)).toMatchObject({ total: 1, results: [{ url: '/news/河边/', title: ['河边'], date: '2026-11-01' }] });
});

test('finds what was written since', async () => {
  await openDocumentWriter(database, 'answered').update({ changed: [document('长椅', '步道边添了长椅')], removed: [] });
  expect(JSON.parse((await search({ query: '步道' })).text).total).toBe(2);
});

test('writes nothing of what was typed into its log', async () => {
  await search({ query: '不想让人知道' });
  expect(site.lines.some((line) => line.includes('/search/answer/'))).toBe(true);
  expect(site.lines.join('')).not.toContain('不想让人知道');
});

test.each([
  ['no request', {}],
  ['a request without a query', { request: '{}' }],
  ['a request that is no JSON', { request: '{' }],
  ['more results than a page shows', { request: JSON.stringify({ query: 'a', limit: 5000 }) }],
])('refuses %s', async (_, form) => {
  expect((await site.post('/search/answer/', form)).status).toBe(400);
});

test('refuses pages of other sites', async () => {
  expect((await search({ query: '步道' }, { origin: 'https://evil.example' })).status).toBe(403);
});

test('says that it cannot when the database is away, and nothing of it', async () => {
  const away = await startGateway({ dataDir, maker: site.maker, searchDatabaseUrl: 'postgres://nobody:secret@127.0.0.1:1/nothing' });
  const { status, text } = await away.post('/search/answer/', { request: JSON.stringify({ query: '步道' }) });
  expect([status, text]).toEqual([503, '{}']);
  expect(away.lines.join('')).not.toContain('secret');
  await away.stop();
});

test('has no such address where no database is set', async () => {
  const plain = await startGateway({ dataDir, maker: site.maker });
  expect((await plain.post('/search/answer/', { request: '{}' })).status).toBe(404);
  await plain.stop();
});
