import { FEED_PAGE, type FeedLine, feedLine, LEASE_SECONDS, NUDGE_SIGNATURE_HEADER } from '@mingchuang/content/feed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { dispatchOnce } from '../server/src/call-out.ts';
import { createFeedCore } from '../server/src/feed-core.ts';
import { giveLease, readLease } from '../server/src/lease.ts';
import { signNudge } from '../server/src/nudge.ts';
import { documents, exportLines, seedCity, startCms, type TestCms } from './cms.ts';
import { startOutside } from './outside.ts';
import { Replica } from './replica.ts';

let cms: TestCms;
let city: Awaited<ReturnType<typeof seedCity>>;
let token: string;
const SECRET = 'a secret that only these two know';
const outside = await startOutside();
const { port } = outside;
beforeAll(async () => {
  cms = await startCms({
    PUBLISHER_URL: `http://127.0.0.1:${port}`,
    NUDGE_SECRET: SECRET,
    WEBHOOK_TOKEN: 'webhook-token-for-tests',
    PORTAL_URL: 'https://www.example.gov.cn',
    DISPATCH_API: `http://127.0.0.1:${port}`,
    DISPATCH_REPOSITORY: 'city/portal',
    DISPATCH_TOKEN: 'token-of-the-ci',
  });
  city = await seedCity(cms);
  token = await createToken(['export', 'changes', 'media', 'acknowledge', 'lease', 'alarm']);
});
afterAll(async () => {
  await cms.stop();
  outside.close();
});

async function createToken(actions: readonly string[]): Promise<string> {
  const tokens = cms.strapi.service('admin::api-token') as unknown as {
    create(data: object): Promise<{ accessKey: string }>;
  };
  const { accessKey } = await tokens.create({
    name: `t${Math.random()}`,
    description: '',
    type: 'custom',
    lifespan: null,
    permissions: actions.map((action) => `plugin::feed.feed.${action}`),
  });
  return accessKey;
}
const get = (address: string, bearer: string | undefined = token) =>
  fetch(`${cms.url}/api/feed/${address}`, { headers: bearer ? { authorization: `Bearer ${bearer}` } : {} });
const post = (body: unknown, address = 'acknowledgements') =>
  fetch(`${cms.url}/api/feed/${address}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const linesOf = async (response: Response): Promise<FeedLine[]> =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => feedLine.parse(JSON.parse(line)));
const publish = async (data: object = {}) => {
  const { documentId } = await documents(cms, 'article').create({
    data: { title: '新闻', column: city.news, agency: city.agency, body: '<p>正文</p>', ...data },
  });
  await documents(cms, 'article').publish({ documentId });
  return documentId;
};

describe('who may call', () => {
  test('nobody without a token, nobody with a token for something else', async () => {
    const other = await createToken(['changes']);
    for (const address of ['export', 'changes?epoch=x&after=0', 'media/abc', 'acknowledgements', 'lease', 'alarms']) {
      const method = ['acknowledgements', 'lease', 'alarms'].includes(address) ? 'POST' : 'GET';
      expect((await fetch(`${cms.url}/api/feed/${address}`, { method })).status).toBe(401);
      expect(
        (await fetch(`${cms.url}/api/feed/${address}`, { method, headers: { authorization: 'Bearer wrong' } })).status,
      ).toBe(401);
    }
    expect((await get('export', other)).status).toBe(403);
    expect((await get('changes?epoch=x&after=0', other)).status).toBe(200);
  });
});

describe('reading', () => {
  test('the export and the changes come as lines and agree', async () => {
    await publish();
    const response = await get('export');
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const replica = new Replica().read(await linesOf(response));
    expect(replica.content()).toEqual(new Replica().read(await exportLines(cms)).content());

    await publish({ title: '又一条' });
    replica.read(await linesOf(await get(`changes?epoch=${replica.epoch}&after=${replica.sequence}`)));
    expect(replica.content()).toEqual(new Replica().read(await exportLines(cms)).content());
  });

  test('a cursor of another epoch or ahead of the feed must start anew', async () => {
    const { epoch, sequence } = await cms.feed.head();
    expect(await linesOf(await get(`changes?epoch=elsewhere&after=0`))).toEqual([{ kind: 'reset', epoch }]);
    expect(await linesOf(await get(`changes?epoch=${epoch}&after=${sequence + 1}`))).toEqual([
      { kind: 'reset', epoch },
    ]);
    expect((await get(`changes?epoch=${epoch}&after=-1`)).status).toBe(400);
    expect((await get(`changes?epoch=${epoch}`)).status).toBe(400);
  });

  test('a document changed often comes once, and long ways come in pages', async () => {
    const { epoch, sequence } = await cms.feed.head();
    const documentId = await publish();
    const row = {
      kind: 'upsert',
      type: 'article',
      document_id: documentId,
      locale: 'zh-Hans',
      at: new Date().toISOString(),
    };
    for (let left = FEED_PAGE + 5; left > 0; left -= 100)
      await cms.strapi.db.connection('feed_changes').insert(Array.from({ length: Math.min(100, left) }, () => row));

    const first = await linesOf(await get(`changes?epoch=${epoch}&after=${sequence}`));
    expect(first.filter(({ kind }) => kind === 'entry')).toHaveLength(1);
    expect(first.at(-1)).toEqual({ kind: 'end', sequence: sequence + FEED_PAGE, mark: expect.any(String), more: true });
    const second = await linesOf(await get(`changes?epoch=${epoch}&after=${sequence + FEED_PAGE}`));
    expect(second.at(-1)).toMatchObject({ kind: 'end', more: false });
  });
});

describe('acknowledging', () => {
  const acknowledgement = async (more: object = {}) => ({
    ...(await cms.feed.head()),
    release: '20261122T000000000Z-00000000',
    liveAt: new Date().toISOString(),
    seconds: 0.4,
    blocked: [],
    ...more,
  });

  test('tells editors what is on its way, live, blocked and withdrawn', async () => {
    const documentId = await publish();
    const state = () => cms.feed.documentState({ type: 'article', documentId, locale: 'zh-Hans' });
    expect(await cms.feed.documentState({ type: 'article', documentId: 'nothing', locale: 'zh-Hans' })).toEqual({ state: 'unpublished' });
    expect(await state()).toMatchObject({ state: 'pending', withdrawn: false });

    const blocked = await acknowledgement({ blocked: [{ type: 'article', documentId, locale: 'zh-Hans', reason: '图片太大' }] });
    expect((await post(blocked)).status).toBe(204);
    expect(await state()).toMatchObject({ state: 'blocked', reason: '图片太大' });
    await post(await acknowledgement());
    expect(await state()).toMatchObject({ state: 'live', path: expect.stringMatching(/^\/yaowen\//) });

    await documents(cms, 'article').unpublish({ documentId });
    expect(await state()).toMatchObject({ state: 'pending', withdrawn: true });
    await post(await acknowledgement());
    expect(await state()).toMatchObject({ state: 'withdrawn' });
  });

  test('refuses what is not one', async () => {
    expect((await post({ epoch: 'x' })).status).toBe(400);
    expect((await post(await acknowledgement({ more: 1 }))).status).toBe(400);
    expect((await post(await acknowledgement({ epoch: 'another' }))).status).toBe(400);
    expect((await post(await acknowledgement({ sequence: 1e9 }))).status).toBe(400);
  });
});

describe('the lease to publish', () => {
  const ask = (body: unknown) => post(body, 'lease');

  test('is had by one at a time, keeps its fence while it is renewed, and gets a greater one with another holder', async () => {
    const blue = await ask({ holder: 'blue', above: 7 });
    expect([blue.status, await blue.json()]).toEqual([200, { kind: 'granted', fence: 8, seconds: LEASE_SECONDS }]);
    expect(await (await ask({ holder: 'green', above: 0 })).json()).toMatchObject({ kind: 'held', by: 'blue' });
    expect(await (await ask({ holder: 'blue', above: 8 })).json()).toMatchObject({ kind: 'granted', fence: 8 });
    await ask({ holder: 'blue', above: 0, leaves: true });
    expect(await (await ask({ holder: 'green', above: 3 })).json()).toMatchObject({ kind: 'granted', fence: 9 });
    expect(await (await ask({ holder: 'green', above: 20 })).json(), 'after a backup').toMatchObject({ kind: 'granted', fence: 21 });
  });

  test('ends by itself, and of many who ask at once one gets it', async () => {
    const later = new Date(Date.now() + LEASE_SECONDS * 1000 + 1);
    const core = createFeedCore(cms.strapi, () => later);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => giveLease(core, { holder, above: 0 })));
    expect(answers.filter(({ kind }) => kind === 'granted')).toHaveLength(1);
    expect(await readLease(core)).toMatchObject({ until: new Date(later.getTime() + LEASE_SECONDS * 1000) });
  });

  test('refuses what does not ask for it', async () => {
    expect((await ask({ holder: '' })).status).toBe(400);
  });
});

describe('the panel of the editor', () => {
  const signIn = async (email: string, roles: number[]) => {
    const users = cms.strapi.service('admin::user') as unknown as { create(data: object): Promise<unknown> };
    await users.create({
      email,
      firstname: '员',
      password: 'Passw0rd-of-the-tests',
      isActive: true,
      registrationToken: null,
      roles,
    });
    const response = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'Passw0rd-of-the-tests' }),
    });
    return ((await response.json()) as { data: { token: string } }).data.token;
  };

  test('shows the state with its address to who may read the document, and to nobody else', async () => {
    const roles = cms.strapi.service('admin::role') as unknown as {
      getSuperAdmin(): Promise<{ id: number }>;
      create(data: object): Promise<{ id: number }>;
    };
    const administrator = await signIn('administrator@example.gov.cn', [(await roles.getSuperAdmin()).id]);
    const stranger = await signIn('stranger@example.gov.cn', [
      (await roles.create({ name: '没有权限', description: '' })).id,
    ]);
    const documentId = await publish();
    await post({
      ...(await cms.feed.head()),
      release: 'r',
      liveAt: new Date().toISOString(),
      seconds: 0.4,
      blocked: [],
    });

    const ask = (bearer: string | undefined, address = `api::article.article/${documentId}`) =>
      fetch(`${cms.url}/feed/documents/${address}`, { headers: bearer ? { authorization: `Bearer ${bearer}` } : {} });
    const response = await ask(administrator);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: { state: 'live', url: expect.stringMatching(/^https:\/\/www\.example\.gov\.cn\/yaowen\//) },
    });
    expect((await ask(undefined)).status).toBe(401);
    expect((await ask(stranger)).status).toBe(403);
    expect((await ask(token)).status).toBe(401);
    expect((await ask(administrator, 'api::article.article/nothing')).status).toBe(404);
    expect((await ask(administrator, `admin::user/${documentId}`)).status).toBe(404);
  });
});

describe('nudging', () => {
  test('starts a CI once a minute at most, and notes how far it was told', async () => {
    const told: { url: string; body: string; authorization: unknown }[] = [];
    outside.listen(
      () => {},
      (url, body, { authorization }) => told.push({ url, body, authorization }),
    );
    for (const title of ['一', '二', '三']) await publish({ title });
    const noted = async () =>
      (await cms.strapi.db.connection('feed_state').where({ key: 'dispatched' }).first('value'))?.value as string;
    await expect.poll(noted, { timeout: 10_000 }).toBeDefined();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ url: '/repos/city/portal/dispatches', authorization: 'Bearer token-of-the-ci' });
    const { event_type, client_payload } = JSON.parse(told[0]!.body) as {
      event_type: string;
      client_payload: { sequence: number };
    };
    expect([event_type, String(client_payload.sequence)]).toEqual(['content-published', await noted()]);
    outside.leave();
  });

  test('starts the CI from one of several processes, and from another one when that failed', async () => {
    const core = createFeedCore(cms.strapi);
    let sent = 0;
    const dispatch = (sequence: number, send: () => Promise<void> = async () => void sent++) =>
      dispatchOnce(core, { sequence }, send);
    await Promise.all([dispatch(1_000_001), dispatch(1_000_001), dispatch(1_000_001)]);
    await dispatch(1_000_001);
    expect(sent).toBe(1);
    await expect(dispatch(1_000_002, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    await dispatch(1_000_002);
    expect(sent).toBe(2);
  });

  test('goes on until the publisher has acknowledged, through its absence, and is signed', async () => {
    const { sequence } = await cms.feed.head();
    await publish({ title: '没有人听' });
    await new Promise((resolve) => setTimeout(resolve, 700));

    const heard: { sequence: number }[] = [];
    outside.listen((body, headers) => {
      expect(headers[NUDGE_SIGNATURE_HEADER]).toBe(signNudge(body, SECRET));
      heard.push(JSON.parse(body) as { sequence: number });
    });
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(heard[0]!.sequence).toBeGreaterThan(sequence);

    await publish({ title: '有人听了' });
    await expect.poll(() => heard.at(-1)!.sequence, { timeout: 10_000 }).toBe((await cms.feed.head()).sequence);

    await post({ ...(await cms.feed.head()), release: 'r', liveAt: new Date().toISOString(), seconds: 0, blocked: [] });
    const count = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard.length).toBe(count);
    outside.leave();
  });

  test("Strapi's own webhook is there once, with its token", async () => {
    const store = cms.strapi.get('webhookStore') as unknown as {
      findWebhooks(): Promise<{ url: string; headers: object }[]>;
    };
    expect(await store.findWebhooks()).toMatchObject([
      { url: `http://127.0.0.1:${port}/webhook`, headers: { Authorization: 'Bearer webhook-token-for-tests' } },
    ]);
  });
});

test('a source publishes through the feed, in the transaction of its caller', async () => {
  const letters = new Map([
    [
      '20261122-ABCDEF',
      { documentId: '20261122-ABCDEF', data: { title: '路灯不亮', path: '/hudong/202611/abcdefgh/' } },
    ],
  ]);
  cms.feed.registerSource({
    type: 'test-letter',
    one: async (id) => letters.get(id),
    all: async function* () {
      yield* letters.values();
    },
  });
  const change = {
    type: 'test-letter',
    documentId: '20261122-ABCDEF',
    path: '/hudong/202611/abcdefgh/',
    title: '路灯不亮',
  } as const;
  const { epoch, sequence } = await cms.feed.head();

  await expect(
    cms.strapi.db.transaction(async () => {
      await cms.feed.record({ kind: 'upsert', ...change });
      throw new Error('later');
    }),
  ).rejects.toThrow('later');
  expect((await cms.feed.head()).sequence).toBe(sequence);

  await cms.feed.record({ kind: 'upsert', ...change });
  expect(await cms.feed.changes({ epoch, after: sequence })).toMatchObject([
    { kind: 'head' },
    { kind: 'entry', documentId: change.documentId, data: { title: '路灯不亮' } },
    { kind: 'end' },
  ]);
  expect((await exportLines(cms)).filter((line) => line.kind === 'entry' && line.type === 'test-letter')).toHaveLength(
    1,
  );

  letters.clear();
  await cms.feed.record({ kind: 'gone', ...change, reason: '来信人要求' });
  expect(await cms.feed.changes({ epoch, after: sequence })).toMatchObject([
    { kind: 'head' },
    { kind: 'gone' },
    { kind: 'address', path: change.path, reason: '来信人要求' },
    { kind: 'end' },
  ]);
});

test('a restored backup begins a new epoch', async () => {
  const { epoch, sequence } = await cms.feed.head();
  const next = await cms.feed.newEpoch();
  expect(next).not.toBe(epoch);
  expect(await cms.feed.changes({ epoch, after: sequence })).toEqual([{ kind: 'reset', epoch: next }]);
});

test('rows written past the document service are adopted with what they bring', async () => {
  const documentId = await publish();
  const sql = cms.strapi.db.connection;
  for (const table of ['feed_changes', 'feed_addresses', 'feed_references', 'feed_files'])
    await sql(table).where({ document_id: documentId }).delete();
  const before = await documents(cms, 'article').findOne({ documentId, status: 'published' });
  const { epoch, sequence } = await cms.feed.head();
  await cms.feed.adopt('api::article.article', [documentId]);
  const lines = await cms.feed.changes({ epoch, after: sequence });
  expect(lines).toMatchObject([
    { kind: 'head' },
    { kind: 'entry', documentId, data: { path: before!.path, column: { documentId: city.news } } },
    { kind: 'end' },
  ]);
  expect(await sql('feed_addresses').where({ document_id: documentId }).first()).toMatchObject({
    path: before!.path,
    state: 'live',
  });
});
