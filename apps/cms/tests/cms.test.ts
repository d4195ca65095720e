import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ensureUser } from '../src/provisioning/ensure-user';
import { tellOfAbsence } from '../src/publishing/tell-of-alarms';
import { bootCms, FEED_TOKEN, GATEWAY_TOKEN, type RunningCms, type Session, signIn } from './boot';

let cms: RunningCms;
let author: Session;
let reviewer: Session;
let stranger: Session;
let siteAdministrator: Session;
let auditor: Session;
let housing: string;
let transport: string;
let columnId: string;
let siteId: string;

const MANAGER = '/content-manager/collection-types';
const ARTICLES = `${MANAGER}/api::article.article`;
const POLICIES = `${MANAGER}/api::policy-document.policy-document`;
const SERVICES = `${MANAGER}/api::service-item.service-item`;
const create = (uid: string, data: object): Promise<{ documentId: string }> =>
  cms.strapi.documents(uid as never).create({ data, locale: 'zh-Hans' } as never) as never;

const article = (more: object = {}) => ({ title: '通知', body: '<p>正文</p>', column: { connect: [{ documentId: columnId }] }, ...more });
const to = (documentId: string) => ({ connect: [{ documentId }] });

beforeAll(async () => {
  cms = await bootCms();
  const site = await create('api::site.site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  siteId = site.documentId;
  housing = (await create('api::agency.agency', { title: '住建局', code: 'zjj', site: site.documentId })).documentId;
  transport = (await create('api::agency.agency', { title: '交通局', code: 'jtj', site: site.documentId })).documentId;
  columnId = (
    await create('api::column.column', { title: '要闻', slug: 'yaowen', site: site.documentId, columnType: 'news', description: '要闻', keywords: '要闻' })
  ).documentId;

  const join = async (email: string, role: string, agencyCode?: string) => {
    const user = { email, name: email, password: process.env.ADMIN_PASSWORD!, role, ...(agencyCode ? { agencyCode } : {}) };
    await ensureUser(cms.strapi, user);
    return signIn(cms, email);
  };
  author = await join('author@example.cn', 'author', 'zjj');
  reviewer = await join('reviewer@example.cn', 'reviewer', 'zjj');
  stranger = await join('stranger@example.cn', 'author', 'jtj');
  siteAdministrator = await join('site@example.cn', 'site-administrator');
  auditor = await join('auditor@example.cn', 'auditor');
});
afterAll(() => cms?.stop());

describe('the edit form', () => {
  test('shows every field of a type under its Chinese label, with its help', async () => {
    const { body } = await author.call('GET', '/content-manager/content-types/api::policy-document.policy-document/configuration');
    const { metadatas, layouts, settings } = body.data.contentType;
    expect(metadatas.documentNumber.edit).toMatchObject({ label: '发文字号', editable: true });
    expect(metadatas.path.edit).toMatchObject({ label: '网址', editable: false });
    expect(settings).toMatchObject({ mainField: 'title', defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC' });
    const shown = layouts.edit.flat().map(({ name }: { name: string }) => name);
    expect(shown).not.toContain('publicId');
    for (const name of shown) expect(metadatas[name].edit.label).toMatch(/\p{Script=Han}/u);
    for (const row of layouts.edit) expect(row.reduce((sum: number, { size }: { size: number }) => sum + size, 0)).toBeLessThanOrEqual(12);
  });
});

describe('rich text', () => {
  test('is cleaned on its way in, whoever writes', async () => {
    const { body } = await author.call('POST', ARTICLES, article({ body: '<p style="color:red" onclick="x()">甲<script>x</script></p>' }));
    const saved = await cms.strapi.documents('api::article.article').findOne({ documentId: body.data.documentId } as never);
    expect(saved).toMatchObject({ body: '<p>甲</p>' });
  });
});

describe('members of an agency', () => {
  test('get the agency they belong to on what they write', async () => {
    const { status, body } = await author.call('POST', ARTICLES, article());
    expect(status).toBe(201);
    const saved = await cms.strapi.documents('api::article.article').findOne({ documentId: body.data.documentId, populate: ['agency'] } as never);
    expect(saved).toMatchObject({ agency: { documentId: housing } });
  });

  test('cannot write for another agency, and are told so', async () => {
    const { status, body } = await author.call('POST', ARTICLES, article({ agency: to(transport) }));
    expect(status).toBe(400);
    expect(body.error.message).toBe('只能选择您所在的机构。');
  });

  test('cannot hand a document over to another agency', async () => {
    const { body } = await author.call('POST', ARTICLES, article());
    const path = `${ARTICLES}/${body.data.documentId}`;
    expect((await author.call('PUT', path, { agency: to(transport) })).body.error.message).toBe('只能选择您所在的机构。');
    expect((await author.call('PUT', path, { agency: { disconnect: [{ documentId: housing }] } })).status).toBe(400);
    expect((await author.call('PUT', path, { title: '改' })).status).toBe(200);
  });

  test('cannot set what is kept by the system, in a new document or an old one', async () => {
    const forged = { path: '/forged/', publicId: 'abcdefgh', firstPublishedAt: '2000-01-01T00:00:00.000Z' };
    const { body } = await author.call('POST', ARTICLES, article(forged));
    await author.call('PUT', `${ARTICLES}/${body.data.documentId}`, { title: '改', ...forged });
    const saved = await cms.strapi.documents('api::article.article').findOne({ documentId: body.data.documentId } as never);
    expect(saved).toMatchObject({ title: '改', path: null, publicId: null, firstPublishedAt: null });
  });

  test('publish what is theirs', async () => {
    const { body } = await author.call('POST', ARTICLES, article());
    expect((await reviewer.call('POST', `${ARTICLES}/${body.data.documentId}/actions/publish`, article())).status).toBe(200);
  });

  test('neither see, change, publish nor delete drafts of another agency', async () => {
    const { body } = await author.call('POST', ARTICLES, article({ title: '住建局的草稿' }));
    const path = `${ARTICLES}/${body.data.documentId}`;
    expect((await stranger.call('GET', path)).status).toBe(403);
    expect((await stranger.call('PUT', path, { title: '改' })).status).toBe(403);
    expect((await stranger.call('POST', `${path}/actions/publish`, {})).status).toBe(403);
    expect((await stranger.call('DELETE', path)).status).toBe(403);
    const { body: list } = await stranger.call('GET', ARTICLES);
    expect(list.results.map(({ title }: { title: string }) => title)).not.toContain('住建局的草稿');
  });

  test('may point to what another agency has published, and not to its drafts', async () => {
    const service = { itemType: 'licence', summary: '一句话', basis: '<p>法</p>', conditions: '<p>人</p>', consultationPhone: '0990-1', column: columnId, agency: transport };
    const published = await create('api::service-item.service-item', { ...service, title: '办公交卡' });
    await cms.strapi.documents('api::service-item.service-item').publish({ documentId: published.documentId, locale: 'zh-Hans' } as never);
    await create('api::service-item.service-item', { ...service, title: '还没发布的事项' });

    const { status, body } = await author.call('GET', '/content-manager/relations/api::policy-document.policy-document/services?locale=zh-Hans');
    expect(status).toBe(200);
    expect(body.results.map(({ title }: { title: string }) => title)).toEqual(['办公交卡']);
    const { body: list } = await author.call('GET', SERVICES);
    expect(list.results).toEqual([]);
  });
});

describe('the other roles', () => {
  test('a site administrator writes for every agency', async () => {
    const { status } = await siteAdministrator.call('POST', ARTICLES, article({ agency: to(transport) }));
    expect(status).toBe(201);
  });

  test('an auditor sees everything and changes nothing', async () => {
    expect((await auditor.call('GET', ARTICLES)).body.results.length).toBeGreaterThan(2);
    expect((await auditor.call('POST', POLICIES, { title: '文件' })).status).toBe(403);
  });

  test('an author changes neither columns nor users', async () => {
    expect((await author.call('POST', `${MANAGER}/api::column.column`, { title: '栏目' })).status).toBe(403);
    expect((await author.call('GET', '/admin/users')).status).toBe(403);
  });
});

describe('rules of searching', () => {
  const RULES = `${MANAGER}/api::search-rule.search-rule`;
  const publish = async (rule: object) => {
    const { body } = await siteAdministrator.call('POST', RULES, { title: '规则', site: to(siteId), ...rule });
    return siteAdministrator.call('POST', `${RULES}/${body.data.documentId}/actions/publish`, {});
  };
  const best = { kind: 'best', words: '通知', owner: '网站科', until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) };

  test('are published when they are whole', async () => {
    const { documentId } = await create('api::article.article', { title: '停水通知', body: '<p>正文</p>', column: columnId, agency: housing });
    const article = cms.strapi.documents('api::article.article');
    await article.publish({ documentId, locale: 'zh-Hans' } as never);
    const { path } = (await article.findOne({ documentId, locale: 'zh-Hans', status: 'published' } as never)) as unknown as { path: string };
    expect((await publish({ kind: 'same', words: '自来水\n供水' })).status).toBe(200);
    expect((await publish({ ...best, target: path })).status).toBe(200);
    expect((await publish({ ...best, target: '/letters/write/', targetTitle: '给市长写信' })).status).toBe(200);
  });

  test('are refused with the field and the remedy when they would do nothing or too much', async () => {
    const missing = await publish({ ...best, target: '/yaowen/202001/a1b2c3d4/' });
    expect([missing.status, missing.body.error.message]).toEqual([400, '本站没有发布过 /yaowen/202001/a1b2c3d4/，请打开要置顶的页面，复制域名后面的部分。']);
    expect(missing.body.error.details.errors[0].path).toEqual(['target']);
    const common = await publish({ kind: 'also', words: '告示', found: '通知' });
    expect(common.body.error.message).toMatch(/^已发布的标题里有 \d+% 含有“通知”/);
  });

  test('belong to those who keep the site', async () => {
    expect((await author.call('POST', RULES, { title: '规则', kind: 'same', words: '甲乙\n丙丁', site: to(siteId) })).status).toBe(403);
  });
});

describe('uploads', () => {
  const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
  const upload = (name: string, type: string, content: Buffer | string) => {
    const form = new FormData();
    form.append('files', new Blob([content], { type }), name);
    return author.call('POST', '/upload', form);
  };

  test('take a picture and show it to who is signed in, and to nobody else', async () => {
    const { status, body } = await upload('图.png', 'image/png', PNG);
    expect(status).toBe(201);
    const url = `${cms.address}${body[0].url}`;
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { headers: { cookie: 'strapi_admin_refresh=forged' } })).status).toBe(404);
    const shown = await fetch(url, { headers: { cookie: author.cookies } });
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/png');
  });

  test.each([
    ['page.png', 'image/png', '<html><script>x</script></html>'],
    ['page.html', 'text/html', '<html></html>'],
    ['mark.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['notes.txt', 'text/plain', '<!doctype html><script>x</script>'],
    ['program.exe', 'application/octet-stream', 'MZ'],
  ])('refuse %s', async (name, type, content) => {
    const { status, body } = await upload(name, type, content);
    expect(status).toBe(400);
    expect(body.error.message).toContain('不能上传');
  });

  test.each(['/cms.db', '/uploads/../cms.db', '/uploads/..%2fcms.db', '/UPLOADS/%2e%2e/cms.db', '/uploads/'])('do not give out %s', async (path) => {
    const answer = await fetch(`${cms.address}${path}`, { headers: { cookie: author.cookies } });
    expect(answer.status).toBe(404);
  });
});

describe('the admin', () => {
  test('may load nothing from elsewhere', async () => {
    const { headers } = await fetch(`${cms.address}/content-manager/init`);
    expect(headers.get('content-security-policy')).not.toMatch(/https:|\*|strapi\.io|unsafe-eval/);
  });
});

describe('the closed list', () => {
  /** Routes of the content API that a token opens, and nothing without one. */
  const OPEN = [/^\/api\/feed\//, /^\/api\/cases(\/|$)/, /^\/api\/review\/previews(\/|$)/, /^\/api\/queries\/counts$/];

  /** What Strapi answers of an address nobody has: a 404. */
  const NOBODYS = /^\/api\(\[\^\/\]\*\)$/;

  test('has every route of the content API on it', () => {
    const routes = cms.strapi.server.listRoutes() as { path: string }[];
    const beyond = routes.map(({ path }) => path).filter((path) => path.startsWith('/api') && !NOBODYS.test(path));
    expect(beyond.length).toBeGreaterThan(5);
    expect(beyond.filter((path) => !OPEN.some((open) => open.test(path)))).toEqual([]);
  });

  test.each(['/api/articles', '/api/upload/files', '/api/i18n/locales', '/api/email', '/api/feed/export', '/api/review/previews'])('gives nothing to a stranger at %s', async (path) => {
    const { status } = await fetch(`${cms.address}${path}`);
    expect([401, 403, 404, 405]).toContain(status);
  });

  test('opens the feed to the publisher’s token only', async () => {
    const ask = (token: string) => fetch(`${cms.address}/api/feed/export`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask(FEED_TOKEN)).status).toBe(200);
    expect((await ask(GATEWAY_TOKEN)).status).toBe(403);
    expect((await ask('forged')).status).toBe(401);
  });

  test.each(['/api/upload/files', '/api/i18n/locales', '/api/content-type-builder/content-types'])('has nothing at %s, whatever the token', async (path) => {
    for (const token of [FEED_TOKEN, GATEWAY_TOKEN]) {
      const { status } = await fetch(`${cms.address}${path}`, { headers: { authorization: `Bearer ${token}` } });
      expect(status).toBe(404);
    }
  });
});

test('alarms of publishers reach administrators, and so does their absence, each once', async () => {
  const raise = () =>
    fetch(`${cms.address}/api/feed/alarms`, {
      method: 'POST',
      headers: { authorization: `Bearer ${FEED_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'tampered', text: '首页被改动，已恢复。', at: '2026-11-26T08:00:00.000Z' }),
    });
  expect([(await raise()).status, (await raise()).status]).toEqual([204, 204]);
  const until = new Date(Date.now() - 6 * 60_000);
  for (let look = 0; look < 2; look++) await tellOfAbsence(cms.strapi, { readLease: async () => ({ holder: 'blue', until }) }, new Date());
  await tellOfAbsence(cms.strapi, { readLease: async () => ({ holder: 'blue', until: new Date() }) }, new Date());
  const told = await cms.strapi.db.connection('review_notices').where({ kind: 'alarm' }).orderBy('id').pluck('text');
  expect(told).toEqual(['首页被改动，已恢复。', expect.stringContaining('发布程序已经 6 分钟没有来取内容')]);
});
