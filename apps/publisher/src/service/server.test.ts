import { createHmac } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { NUDGE_SIGNATURE_HEADER } from '@mingchuang/content';

import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';
import { article } from '../testing/small-site.ts';
import { createMetrics } from './metrics.ts';
import { buildServer } from './server.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
let server: FastifyInstance;
const secrets = { nudgeSecret: 'nudge-secret', webhookToken: 'webhook-token', commandToken: 'command-token' };

const body = JSON.stringify({ epoch: 'epoch-1', sequence: 1, sentAt: '2026-11-09T02:00:00Z' });
const sign = (secret: string, text = body) => `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
const nudge = (signature?: string, payload = body) =>
  server.inject({
    method: 'POST',
    url: '/nudge',
    payload,
    headers: { 'content-type': 'application/json', ...(signature && { [NUDGE_SIGNATURE_HEADER]: signature }) },
  });
const webhook = (authorization?: string) =>
  server.inject({ method: 'POST', url: '/webhook', payload: '{}', headers: { 'content-type': 'application/json', ...(authorization && { authorization }) } });
const get = (url: string) => server.inject({ method: 'GET', url });
/** Returns once everything that was requested has run. */
const quiet = () => example.publisher.quiet();

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  example = openExamplePublisher({ dataDir: folder.path, cms });
  server = buildServer({ ...example, metrics: createMetrics(), ...secrets });
});
afterEach(async () => {
  await server.close();
  await example.close();
  await cms.close();
  folder.remove();
});

describe('POST /nudge', () => {
  test('publishes when the signature is right', async () => {
    cms.change(article('a'));
    expect((await nudge(sign(secrets.nudgeSecret))).statusCode).toBe(202);
    await quiet();
    expect(example.workshop.current!.routes.has('/news/202611/a/')).toBe(true);
  });

  test.each([
    ['none', undefined],
    ['of another secret', sign('other')],
    ['of another body', sign(secrets.nudgeSecret, '{}')],
    ['cut off', sign(secrets.nudgeSecret).slice(0, 20)],
  ])('refuses a signature that is %s, and asks the CMS nothing', async (_name, signature) => {
    expect((await nudge(signature)).statusCode).toBe(401);
    await quiet();
    expect(cms.asked).toEqual([]);
  });

  test('refuses everything while no secret is set', async () => {
    const open = buildServer({ ...example, metrics: createMetrics(), ...secrets, nudgeSecret: '', webhookToken: '' });
    const headers = { 'content-type': 'application/json', [NUDGE_SIGNATURE_HEADER]: sign(''), authorization: 'Bearer ' };
    expect((await open.inject({ method: 'POST', url: '/nudge', payload: body, headers })).statusCode).toBe(401);
    expect((await open.inject({ method: 'POST', url: '/webhook', payload: body, headers })).statusCode).toBe(401);
    await open.close();
  });

  test('makes one run of the nudges that arrive during one', async () => {
    cms.change(article('a'));
    const running = example.publish();
    await Promise.all(Array.from({ length: 20 }, () => nudge(sign(secrets.nudgeSecret))));
    await running;
    await quiet();
    expect(cms.asked.filter((path) => path.startsWith('/api/feed/changes'))).toHaveLength(1);
  });
});

describe('POST /webhook', () => {
  test("takes Strapi's own webhook with its token only", async () => {
    cms.change(article('a'));
    expect((await webhook()).statusCode).toBe(401);
    expect((await webhook('Bearer wrong')).statusCode).toBe(401);
    expect((await webhook(`Bearer ${secrets.webhookToken}`)).statusCode).toBe(202);
    await quiet();
    expect(example.workshop.current).toBeDefined();
  });
});

describe('POST /commands', () => {
  const send = (token: string, command: object) =>
    server.inject({ method: 'POST', url: '/commands', payload: JSON.stringify(command), headers: { authorization: `Bearer ${token}` } });

  test('obeys who can read the data folder, and nobody else', async () => {
    cms.change(article('a'));
    expect((await send('guess', { verb: 'run' })).statusCode).toBe(401);
    expect((await send(secrets.commandToken, { verb: 'run' })).json()).toMatchObject({ ok: true });
    expect((await send(secrets.commandToken, { verb: 'rollback', id: 'x' })).json().lines[0]).toContain('没有可用的发布版本 x');
    expect((await send(secrets.commandToken, { verb: 'format-disk' })).statusCode).toBe(500);
  });
});

describe('GET', () => {
  test('/healthz answers at once, /readyz only once something is served', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await get('/readyz')).statusCode).toBe(503);
    cms.change(article('a'));
    await example.publish();
    expect((await get('/readyz')).json()).toEqual({ status: 'ready', release: example.workshop.current!.id });
  });

  test('/runs shows the ledger, /metrics the counters', async () => {
    cms.change(article('a'));
    await example.publish();
    expect((await get('/runs?limit=1')).json()).toMatchObject({ current: example.workshop.current!.id, held: null, runs: [{ outcome: 'released', drawn: 2 }] });
    const { body: text } = await get('/metrics');
    expect(text).toMatch(/^publisher_release_routes\{site="main"\} \d+$/m);
    expect(text).toMatch(/^publisher_runs_total\{site="main",outcome="failed"\} 0$/m);
    expect(text).toMatch(/^publisher_pictures_waiting 0$/m);
    expect(text).toMatch(/^publisher_upgrades_waiting\{site="main"\} \d+$/m);
  });
});
