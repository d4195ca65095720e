import { createHmac } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { NUDGE_SIGNATURE_HEADER, type DrawAnswer } from '@mingchuang/content';

import { createMetrics } from '../service/metrics.ts';
import { buildServer } from '../service/server.ts';
import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';
import { article, picture } from '../testing/small-site.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
let server: FastifyInstance;
const SECRET = 'nudge-secret';

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  example = openExamplePublisher({ dataDir: folder.path, cms });
  server = buildServer({ ...example, metrics: createMetrics(), nudgeSecret: SECRET, webhookToken: '', commandToken: 'c' });
  cms.change(article('a'), article('b'));
  await example.publish();
});
afterEach(async () => {
  await server.close();
  await example.close();
  await cms.close();
  folder.remove();
});

function post(payload: object, signature?: string) {
  const body = JSON.stringify({ sentAt: example.workshop.now().toISOString(), ...payload });
  const right = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
  return server.inject({ method: 'POST', url: '/draw', payload: body, headers: { 'content-type': 'application/json', [NUDGE_SIGNATURE_HEADER]: signature ?? right } });
}
const draw = async (payload: object): Promise<DrawAnswer> => (await post(payload)).json();
const bodyOf = (answer: DrawAnswer) => (answer.kind === 'page' ? answer.body : JSON.stringify(answer));

describe('POST /draw', () => {
  test('draws the page of a draft as the renderer draws releases, and keeps nothing of it', async () => {
    const answer = await draw({ lines: [article('a', { title: '还没有发布的题目' })] });
    expect(answer).toMatchObject({ kind: 'page', path: '/news/202611/a/', status: 200 });
    expect(bodyOf(answer)).toContain('还没有发布的题目');
    const { live, store } = example.workshop;
    expect(JSON.stringify([...live.snapshot.all('article')])).not.toContain('还没有发布的题目');
    expect(JSON.stringify([...store.entries()])).not.toContain('还没有发布的题目');
    expect((await example.publish({ always: true })).drawn).toBe(0);
  });

  test('draws byte for byte what is released after publication', async () => {
    const line = article('a', { title: '改过的题目' });
    const answer = await draw({ lines: [line] });
    cms.change(line);
    await example.publish();
    const route = example.workshop.current!.routes.get('/news/202611/a/') as { hash: string };
    expect(bodyOf(answer)).toBe(example.workshop.objects.read(route.hash).toString());
  });

  test('draws other pages with the draft in them, and a document that was never published', async () => {
    expect(bodyOf(await draw({ lines: [article('c', { title: '全新的一篇' })], path: '/' }))).toContain('全新的一篇');
    expect(await draw({ lines: [article('c')] })).toMatchObject({ kind: 'page', path: '/news/202611/c/' });
  });

  test('draws a draft at an address that tells of a withdrawal now', async () => {
    cms.change({ kind: 'gone', type: 'article', documentId: 'a', locale: 'zh-Hans' }, { kind: 'address', path: '/news/202611/a/', state: 'withdrawn', reason: '有误', at: '2026-11-09T02:00:00Z' });
    await example.publish();
    expect(bodyOf(await draw({ lines: [article('a')], path: '/news/202611/a/' }))).toContain('正文');
  });

  test('shows a picture that only the draft has, by the hash the CMS tells', async () => {
    const cover = { ...picture('new'), hash: '0123456789abcdef0123456789abcdef' };
    expect(bodyOf(await draw({ lines: [article('a', { cover })] }))).toContain('/media/0123456789abcdef0123456789abcdef/new.png');
    expect(cms.asked).not.toContain('/api/feed/media/new');
  });

  test('says what is missing, where there is no page, where one redirects, and what failed', async () => {
    expect(await draw({ lines: [article('a', { title: undefined, body: undefined })] })).toEqual({ kind: 'incomplete', fields: ['title', 'body'] });
    expect(await draw({ lines: [article('a')], path: '/nowhere/' })).toEqual({ kind: 'missing' });
    expect(await draw({ lines: [article('a', { body: 'THROW' })] })).toMatchObject({ kind: 'failed', reason: 'the template is broken' });
  });

  test('answers nobody who does not know the secret, and nothing that is old or no draft', async () => {
    expect((await post({ lines: [article('a')] }, 'sha256=0')).statusCode).toBe(401);
    expect((await post({ lines: [article('a')], sentAt: '2026-11-09T01:00:00.000Z' })).statusCode).toBe(400);
    expect((await post({ lines: [] })).statusCode).toBe(400);
    expect((await post({ lines: [article('a')] })).headers['cache-control']).toBe('no-store');
  });
});
