import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, FEED_TOKEN, GATEWAY_TOKEN, type RunningCms, type Session, signIn, tokenSession } from './boot';
import { ask, buildCity, type City } from './isolation/callers';
import { driveGuard } from './isolation/drive-guard';
import { driveRoutes } from './isolation/drive-routes';
import { DRIVES } from './isolation/drives';
import { OPEN, readPlanted, SECRET } from './isolation/plant';
import { HARMLESS, isOfSettings, listRoutes } from './isolation/routes';

let cms: RunningCms;
let city: City;
let before: string[];

beforeAll(async () => {
  cms = await bootCms({ REVIEW: 'on' });
  city = await buildCity(cms);
  before = await readPlanted(cms.strapi, city.planted);
}, 900_000);
afterAll(() => cms?.stop());

const MANAGER = '/content-manager/collection-types';
const planted = (name: string) => city.planted.find(({ uid }) => uid === `api::${name}.${name}`)!;

describe('the agency itself', () => {
  test('reads all of it, so that what is looked for is there', { timeout: 120_000 }, async () => {
    for (const { uid, secret, changed } of city.planted) {
      for (const id of [secret, changed]) {
        const { status, text } = await ask(cms, city.insider, { method: 'GET', path: `${MANAGER}/${uid}/${id}` });
        expect({ uid, status, found: text.includes(SECRET) }).toEqual({ uid, status: 200, found: true });
      }
    }
  });

  test('opens its files', async () => {
    expect((await ask(cms, city.insider, { method: 'GET', path: planted('article').file.url })).status).toBe(200);
    expect((await ask(cms, city.insider, { method: 'GET', path: '/upload/files' })).text).toContain(SECRET);
  });
});

test('every route is tried: one that is added needs a drive', () => {
  const missing = listRoutes(cms).filter((route) => !isOfSettings(route) && !DRIVES[route]);
  expect(missing).toEqual([]);
});

describe('nothing of another agency leaks, and nothing of it changes, by any route,', () => {
  // One whose rights end at the agency, one who writes nothing, one held by a grant: the long suite asks the others too, and each of them in every type.
  const KINDS = ['author', 'case-handler', 'site-administrator granted another site'];
  const OF_THE_AUTHOR = ['article', 'consultation'];
  test.each(KINDS)('for the %s', { timeout: 900_000 }, async (name) => {
    const types = (name === 'author' ? OF_THE_AUTHOR : ['article']).map(planted);
    expect(await driveRoutes(cms, city.callers.get(name)!, types, false)).toEqual([]);
    expect(await readPlanted(cms.strapi, city.planted)).toEqual(before);
  });
});

describe('settings of the installation', () => {
  test.each(['author', 'site-administrator granted another site'])('are closed to the %s', { timeout: 120_000 }, async (name) => {
    const opened: string[] = [];
    for (const route of listRoutes(cms)) {
      const [method, path] = route.split(' ') as [string, string];
      if (!(isOfSettings(route) || DRIVES[route]?.none?.startsWith('settings')) || HARMLESS.includes(route)) continue;
      const { status, text } = await ask(cms, city.callers.get(name)!, { method, path: path.replace(/:\w+/g, '1'), ...(method === 'GET' ? {} : { body: {} }) });
      if (![401, 403, 404, 405].includes(status) || text.includes(SECRET)) opened.push(`${status} ${route}`);
    }
    expect(opened).toEqual([]);
  });
});

describe('tokens', () => {
  test.each(['/api/feed/export', '/api/feed/changes?after=0'])('read at %s what is published, and no drafts', async (path) => {
    for (const token of [FEED_TOKEN, GATEWAY_TOKEN]) {
      const answer = await fetch(`${cms.address}${path}`, { headers: { authorization: `Bearer ${token}` } });
      expect(await answer.text()).not.toContain(SECRET);
      expect(answer.status === 403).toBe(token === GATEWAY_TOKEN);
      expect(answer.status).toBeLessThan(500);
    }
  });

  test('get no file that only drafts use', async () => {
    const { documentId } = planted('article').file;
    const answer = await fetch(`${cms.address}/api/feed/media/${documentId}`, { headers: { authorization: `Bearer ${FEED_TOKEN}` } });
    expect(answer.status).toBe(404);
  });

  test('that may do everything find no content under /api', async () => {
    const { accessKey } = await cms.strapi.service('admin::api-token')!.create({ name: 'all', description: '', type: 'full-access', lifespan: null });
    for (const path of ['articles', 'upload/files', 'i18n/locales', 'content-type-builder/content-types', `articles/${planted('article').secret}`]) {
      const answer = await fetch(`${cms.address}/api/${path}`, { headers: { authorization: `Bearer ${accessKey}` } });
      expect({ path, status: answer.status }).toEqual({ path, status: 404 });
    }
  });
});

describe('what another agency has published', () => {
  test('is offered by its published title in relation fields, and its drafts are not', async () => {
    const { text } = await ask(cms, city.callers.get('author')!, { method: 'GET', path: '/content-manager/relations/api::policy-document.policy-document/services?pageSize=100&locale=zh-Hans' });
    expect(text).toContain(OPEN);
    expect(text).not.toContain(SECRET);
  });
});

describe('whoever holds every right', () => {
  /** An access token for the admin's routes, of somebody who may do everything. */
  async function makeToken(): Promise<Session> {
    const owner = await cms.strapi.db.query('admin::user').findOne({ where: { email: 'admin@example.cn' }, populate: ['roles'] });
    const held = await cms.strapi.db.query('admin::permission').findMany({ where: { role: { code: 'strapi-super-admin' }, subject: { $in: city.planted.map(({ uid }) => uid) } } });
    const adminPermissions = held.map(({ action, subject, properties }) => ({ action, subject, properties, conditions: [] }));
    const tokens = cms.strapi.service('admin::api-token-admin') as unknown as { create(token: object, owner: object): Promise<{ accessKey: string }> };
    return tokenSession(cms, (await tokens.create({ kind: 'admin', name: '全权', description: '', lifespan: null, adminPermissions }, owner as object)).accessKey);
  }

  test.each([
    ['the super administrator', () => signIn(cms, 'admin@example.cn')],
    ['an access token', makeToken],
  ])('puts nothing in public and takes nothing from it but by the moves of review: %s', { timeout: 300_000 }, async (_who, enter) => {
    const { calls, worked, past } = await driveGuard(cms, await enter(), planted('article').schema, city);
    expect(past).toEqual([]);
    // What is asked for is allowed as long as nothing becomes public: the calls arrive where they are meant to.
    expect(worked.length, calls.join('\n')).toBeGreaterThan(calls.length / 5);
  });

  test('takes no language away in which something is written', async () => {
    const administrator = await signIn(cms, 'admin@example.cn');
    const { uid, changed } = planted('article');
    await cms.strapi.documents(uid as never).update({ documentId: changed, locale: 'en', data: { title: 'News' } } as never);
    const english = await cms.strapi.db.query('plugin::i18n.locale').findOne({ where: { code: 'en' } });
    const refused = await administrator.call('DELETE', `/i18n/locales/${english.id}`);
    expect([refused.status, refused.body.error?.message]).toEqual([400, expect.stringContaining('不能删除这种语言')]);
    expect(await cms.strapi.db.query(uid as never).count({ where: { documentId: changed, locale: 'en' } } as never)).toBe(1);
    const { body } = await administrator.call('POST', '/i18n/locales', { code: 'fr', name: 'French', isDefault: false });
    expect((await administrator.call('DELETE', `/i18n/locales/${body.id}`)).status).toBe(200);
  });

  test('makes no token that moves content in from elsewhere', async () => {
    const administrator = await signIn(cms, 'admin@example.cn');
    expect((await administrator.call('POST', '/admin/transfer/tokens', { name: '传输', description: '', permissions: ['push'], lifespan: null })).status).toBe(404);
  });
});
