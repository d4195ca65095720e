import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, type RunningCms, type Session, signIn } from './boot';
import { join } from './isolation/callers';

let cms: RunningCms;
let administrator: Session;
let siteAdministrator: { id: number; session: Session };
let writer: { id: number; session: Session };
let housing: string;
let transport: string;
let news: string;
let policies: string;
let rules: string;

const ARTICLES = '/content-manager/collection-types/api::article.article';
const create = async (uid: string, data: object): Promise<string> =>
  ((await cms.strapi.documents(uid as never).create({ data, locale: 'zh-Hans', status: 'published' } as never)) as unknown as { documentId: string }).documentId;
const article = (agency: string, column: string) => create('api::article.article', { title: '通知', body: '<p>正文</p>', agency, column });
const grant = (body: object) => administrator.call('POST', '/access/grants', { user: writer.id, role: 'author', ...body });
const titles = async ({ session }: { session: Session }) => (await session.call('GET', `${ARTICLES}?pageSize=100`)).body.results.length as number;
/** Takes every grant away. */
const clear = async () => {
  for (const { id } of (await administrator.call('GET', '/access/grants')).body.data) await administrator.call('DELETE', `/access/grants/${id}`);
};

beforeAll(async () => {
  cms = await bootCms();
  const site = await create('api::site.site', { title: '市', shortName: '市', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  housing = await create('api::agency.agency', { title: '住建局', code: 'zjj', site });
  transport = await create('api::agency.agency', { title: '交通局', code: 'jtj', site });
  const column = (title: string, slug: string, parent?: string) => create('api::column.column', { title, slug, site, columnType: 'news', description: title, keywords: title, ...(parent ? { parent } : {}) });
  news = await column('要闻', 'yaowen');
  policies = await column('政策', 'zhengce');
  rules = await column('规范性文件', 'guifan', policies);
  for (const agency of [housing, transport]) for (const place of [news, policies, rules]) await article(agency, place);
  administrator = await signIn(cms, 'admin@example.cn');
  siteAdministrator = await join(cms, 'site', 'site-administrator');
  writer = await join(cms, 'writer', 'author', 'zjj');
});
afterAll(() => cms?.stop());

describe('a grant', () => {
  test('is not needed: a member acts in their role for their agency, in all columns', async () => {
    expect(await titles(writer)).toBe(3);
  });

  test('limits a member to columns, with what is below them', async () => {
    expect((await grant({ columns: [policies], agency: 'own' })).status).toBe(200);
    expect(await titles(writer)).toBe(2);
    const refused = await writer.session.call('POST', ARTICLES, { title: '稿', column: { connect: [{ documentId: news }] } });
    expect(refused).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('授权的范围') } } });
    const written = await writer.session.call('POST', ARTICLES, { title: '稿', column: { connect: [{ documentId: rules }] } });
    expect(written.status).toBe(201);
    const moved = await writer.session.call('PUT', `${ARTICLES}/${written.body.data.documentId}`, { column: { connect: [{ documentId: news }] } });
    expect(moved.status).toBe(400);
    await clear();
    expect(await titles(writer)).toBe(4);
  });

  test('opens a column of every agency to whoever edits it', async () => {
    await grant({ columns: [news] });
    const { body } = await writer.session.call('GET', `${ARTICLES}?pageSize=100&populate=*`);
    expect(body.results.map(({ agency }: { agency: { title: string } }) => agency.title).sort()).toEqual(['交通局', '住建局']);
    await clear();
  });

  test('adds another agency beside the own one', async () => {
    await grant({ agency: 'own' });
    await grant({ agency: transport });
    expect(await titles(writer)).toBe(7);
    const written = await writer.session.call('POST', ARTICLES, { title: '稿', agency: { connect: [{ documentId: transport }] } });
    expect(written.status).toBe(201);
    await clear();
  });

  test('brings the role with it, and takes it away at last', async () => {
    const roles = async () => (await cms.strapi.db.query('admin::user').findOne({ where: { id: writer.id }, populate: { roles: true } }))!.roles.map(({ code }: { code: string }) => code).sort();
    const { body } = await grant({ role: 'reviewer', agency: transport });
    const { body: second } = await grant({ role: 'reviewer', agency: housing });
    expect(await roles()).toEqual(['author', 'reviewer']);
    await administrator.call('DELETE', `/access/grants/${body.data.id}`);
    expect(await roles()).toEqual(['author', 'reviewer']);
    await administrator.call('DELETE', `/access/grants/${second.data.id}`);
    expect(await roles()).toEqual(['author']);
  });

  test('is written into the audit with the name of the person', async () => {
    const { body } = await grant({ columns: [news] });
    await clear();
    const rows = await cms.strapi.db.connection('access_audit').where({ subject_type: 'access::grant', subject_id: String(body.data.id) }).orderBy('sequence');
    expect(rows.map(({ action, subject_title }: { action: string; subject_title: string }) => [action, subject_title])).toEqual([
      ['grant.add', 'writer（writer@example.cn）：采编'],
      ['grant.remove', 'writer（writer@example.cn）：采编'],
    ]);
  });

  test.each([
    [{ user: 9999 }, '没有这个用户'],
    [{ role: 'strapi-super-admin' }, '没有这个角色'],
    [{ agency: 'nowhere' }, '没有这个机构'],
    [{ columns: ['nowhere'] }, '已经删除'],
    [{ site: 'nowhere' }, '没有这个站点'],
    [{ role: '' }, '请选择角色'],
    [{ more: 1 }, '格式不对'],
  ])('of %o is refused, with the field', async (body, message) => {
    expect(await grant(body)).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining(message) } } });
  });

  test('is not made twice', async () => {
    await grant({ columns: [news] });
    expect((await grant({ columns: [news] })).body.error.message).toBe('已经有一条相同的授权。');
    await clear();
  });

  test('limits a site administrator, who then manages neither grants nor people', async () => {
    expect((await siteAdministrator.session.call('GET', '/access/grants')).status).toBe(200);
    await grant({ user: siteAdministrator.id, role: 'site-administrator', agency: housing });
    for (const path of ['/access/grants', '/admin/users']) expect((await siteAdministrator.session.call('GET', path)).status).toBe(403);
    const { body } = await siteAdministrator.session.call('GET', `${ARTICLES}?pageSize=100&populate=*`);
    expect(new Set(body.results.map(({ agency }: { agency: { title: string } }) => agency.title))).toEqual(new Set(['住建局']));
    await clear();
  });
});

describe('columns of several sites', () => {
  const FIELD = '/content-manager/relations/api::article.article';
  const offered = async ({ session }: { session: Session }, field = 'column') =>
    (await session.call('GET', `${FIELD}/${field}?page=1&pageSize=100&locale=zh-Hans&status=draft`)).body.results.map(({ title }: { title: string }) => title).sort() as string[];
  const post = (data: object, { session } = writer) => session.call('POST', ARTICLES, { title: '稿', ...data });
  const to = (documentId: string) => ({ connect: [{ documentId }] });
  let district: string;
  let street: string;
  let districtNews: string;
  const refused = (field: string) => ({ status: 400, body: { error: { message: `“${field}”选的“区内要闻”是“区”的栏目，而这篇内容的机构属于“市”。请改选“市”的栏目；确实要发在“区”的，请站点管理员到“设置 → 授权”写一条。` } } });

  test('are no matter where there is one site', async () => {
    expect(await offered(writer)).toEqual(['政策', '要闻', '规范性文件']);
    expect((await post({ column: to(news), alsoIn: to(policies) })).status).toBe(201);
  });

  test('are offered to members of agencies of the site alone', async () => {
    district = await create('api::site.site', { title: '区', shortName: '区', domain: 'b.gov.cn', siteCode: '1234567891', sponsor: '办' });
    street = await create('api::agency.agency', { title: '街道办', code: 'jdb', site: district });
    districtNews = await create('api::column.column', { title: '区内要闻', slug: 'qunei', site: district, columnType: 'news', description: '区', keywords: '区' });
    const other = await join(cms, 'street', 'author', 'jdb');
    for (const field of ['column', 'alsoIn']) {
      expect(await offered(writer, field)).toEqual(['政策', '要闻', '规范性文件']);
      expect(await offered(other, field)).toEqual(['区内要闻']);
      expect(await offered(siteAdministrator, field)).toHaveLength(4);
    }
  });

  test('are refused to members of others, by the name of the field', async () => {
    expect(await post({ column: to(districtNews) })).toMatchObject(refused('栏目'));
    expect(await post({ column: districtNews, agency: housing })).toMatchObject(refused('栏目'));
    expect(await post({ column: to(news), alsoIn: { set: [news, districtNews] } })).toMatchObject(refused('同时显示在'));
    const { body } = await post({ column: to(news) });
    const path = `${ARTICLES}/${body.data.documentId}`;
    expect(await writer.session.call('PUT', path, { column: to(districtNews) })).toMatchObject(refused('栏目'));
    expect(await writer.session.call('PUT', path, { alsoIn: to(districtNews) })).toMatchObject(refused('同时显示在'));
    expect((await writer.session.call('PUT', path, { column: to(policies) })).status).toBe(200);
  });

  test('stay what a site administrator chose, while members go on writing', async () => {
    const documentId = await create('api::article.article', { title: '两处都发', body: '<p>正文</p>', agency: housing, column: districtNews, alsoIn: [districtNews] });
    const path = `${ARTICLES}/${documentId}`;
    expect((await writer.session.call('PUT', path, { title: '改好', column: districtNews, alsoIn: { set: [districtNews, news] } })).status).toBe(200);
    expect((await writer.session.call('POST', `${path}/actions/publish`, {})).status).toBe(200);
    expect(await writer.session.call('POST', `${ARTICLES}/clone/${documentId}`, { title: '再来一篇', column: districtNews })).toMatchObject(refused('栏目'));
  });

  test.each([
    ['the site', () => ({ site: district, agency: 'own' })],
    ['the column', () => ({ columns: [districtNews], agency: 'own' })],
    ['all sites', () => ({ agency: 'own' })],
  ])('are opened by a grant for %s', async (_what, area) => {
    await grant(area());
    expect(await offered(writer)).toContain('区内要闻');
    expect((await post({ column: to(districtNews), agency: to(housing) })).status).toBe(201);
    expect((await post({ column: to(districtNews), agency: to(street) })).status).toBe(400);
    await clear();
  });

  test('keep what a grant limits out of the columns beside, too', async () => {
    await grant({ columns: [policies], agency: 'own' });
    expect(await offered(writer, 'alsoIn')).toEqual(['政策', '规范性文件']);
    expect((await post({ column: to(policies), alsoIn: to(news) })).body.error.message).toContain('授权的范围');
    await clear();
  });
});

describe('whoever manages accounts', () => {
  test('makes nobody a super administrator, and touches no such account', async () => {
    const { session, id } = siteAdministrator;
    const superRole = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } });
    const first = await cms.strapi.db.query('admin::user').findOne({ where: { email: 'admin@example.cn' } });
    const refused = { status: 400, body: { error: { message: expect.stringContaining('只有超级管理员') } } };
    expect(await session.call('PUT', `/admin/users/${id}`, { roles: [superRole!.id] })).toMatchObject(refused);
    expect(await session.call('POST', '/admin/users', { firstname: '甲', email: 'a@example.cn', roles: [superRole!.id] })).toMatchObject(refused);
    expect(await session.call('PUT', `/admin/users/${first!.id}`, { password: 'Another-Passw0rd-here' })).toMatchObject(refused);
    expect(await session.call('DELETE', `/admin/users/${first!.id}`)).toMatchObject(refused);
    expect(await session.call('POST', '/admin/users/batch-delete', { ids: [first!.id] })).toMatchObject(refused);
    expect((await session.call('PUT', `/admin/users/${writer.id}`, { firstname: '乙' })).status).toBe(200);
  });
});

describe('naming by number', () => {
  const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

  test('neither a draft nor a file of another agency can be pointed to, and both can when they are public', async () => {
    const other = await join(cms, 'other', 'author', 'jtj');
    const form = new FormData();
    form.append('files', new Blob([PNG], { type: 'image/png' }), '密.png');
    const [file] = (await other.session.call('POST', '/upload', form)).body;
    const draft = (await other.session.call('POST', '/content-manager/collection-types/api::service-item.service-item', { title: '草稿' })).body.data;
    const refused = { status: 400, body: { error: { message: expect.stringContaining('属于其他机构') } } };

    expect(await writer.session.call('POST', ARTICLES, { title: '稿', cover: file.id })).toMatchObject(refused);
    expect(await writer.session.call('POST', ARTICLES, { title: '稿', attachments: [{ id: file.id }] })).toMatchObject(refused);
    expect(await writer.session.call('POST', ARTICLES, { title: '稿', body: `<p><img src="media:${file.documentId}" alt="图"></p>` })).toMatchObject(refused);
    const faq = '/content-manager/collection-types/api::faq.faq';
    expect(await writer.session.call('POST', faq, { title: '问', service: { connect: [{ documentId: draft.documentId }] } })).toMatchObject(refused);
    expect(await writer.session.call('POST', faq, { title: '问', service: draft.id })).toMatchObject(refused);

    const open = await create('api::article.article', { title: '公开', body: '<p>正文</p>', agency: transport, column: news, cover: file.id });
    expect((await writer.session.call('POST', ARTICLES, { title: '稿', cover: file.id })).status).toBe(201);
    const picture = await fetch(`${cms.address}${file.url}`, { headers: { cookie: writer.session.cookies } });
    expect(picture.status).toBe(200);
    await cms.strapi.documents('api::article.article').unpublish({ documentId: open, locale: 'zh-Hans' } as never);
    expect(await writer.session.call('POST', ARTICLES, { title: '稿', cover: file.id })).toMatchObject(refused);
  });

  test('no language of another agency’s document can be begun', async () => {
    const documentId = await article(transport, news);
    const answer = await writer.session.call('PUT', `${ARTICLES}/${documentId}?locale=en`, { title: 'Mine', locale: 'en' });
    expect(answer.status).toBe(400);
    expect(await cms.strapi.db.query('api::article.article').count({ where: { documentId, locale: 'en' } })).toBe(0);
  });
});
