import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, PASSWORD, signIn, type RunningCms, type Session } from './boot';

const ARTICLE = 'api::article.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;

let cms: RunningCms;
let admin: Session;
let author: Session;
let stranger: Session;
let documentId: string;

const sign = (session: Session, id: string, more: object = {}) => session.call('POST', `/writing/${ARTICLE}/${documentId}`, { session: id, locale: 'zh-Hans', ...more });

async function addAuthor(email: string, name: string): Promise<{ id: number }> {
  const role = (await cms.strapi.db.query('admin::role').findOne({ where: { code: 'author' } })) as { id: number };
  return cms.strapi.service('admin::user')!.create({ email, firstname: name, password: PASSWORD, isActive: true, roles: [role.id] });
}

beforeAll(async () => {
  cms = await bootCms();
  const create = (uid: string, data: object): Promise<{ documentId: string }> => cms.strapi.documents(uid as never).create({ data, locale: 'zh-Hans' } as never) as never;
  const site = await create('api::site.site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  const [author1, author2] = [await addAuthor('a@example.cn', '文澜'), await addAuthor('b@example.cn', '外人')];
  const agency = await create('api::agency.agency', { title: '水务局', code: 'swj', site: site.documentId, members: [author1.id] });
  await create('api::agency.agency', { title: '教育局', code: 'jyj', site: site.documentId, members: [author2.id] });
  ({ documentId } = await create(ARTICLE, { title: '河堤步道开放', agency: agency.documentId }));
  admin = await signIn(cms, 'admin@example.cn');
  author = await signIn(cms, 'a@example.cn');
  stranger = await signIn(cms, 'b@example.cn');
});
afterAll(() => cms?.stop());

describe('who is editing', () => {
  const [mine, theirs] = [crypto.randomUUID(), crypto.randomUUID()];

  test('is told by name and since when, to whoever may read the document', async () => {
    expect((await sign(author, mine)).body.data.others).toEqual([]);
    const { others } = (await sign(admin, theirs)).body.data;
    expect(others).toEqual([{ name: '文澜', isMe: false, since: expect.stringMatching(/^\d{4}-/) }]);
    expect((await sign(author, mine)).body.data.others).toMatchObject([{ isMe: false }]);
  });

  test('names somebody once, however many windows are open', async () => {
    const second = crypto.randomUUID();
    await sign(author, second);
    const { others } = (await sign(admin, theirs)).body.data;
    expect(others).toMatchObject([{ name: '文澜' }]);
    await sign(author, second, { leaving: true });
  });

  test('is not told to members of other agencies', async () => {
    expect((await sign(stranger, crypto.randomUUID())).status).toBe(403);
  });

  test('cannot be ended or kept up for somebody else', async () => {
    await sign(admin, mine, { leaving: true });
    expect((await sign(admin, theirs)).body.data.others).toHaveLength(1);
  });

  test('ends when the form is closed', async () => {
    await sign(author, mine, { leaving: true });
    expect((await sign(admin, theirs)).body.data.others).toEqual([]);
  });

  test('ends by itself after a while without a sign', async () => {
    await sign(author, mine);
    await cms.strapi.db.connection('writing_presence').where({ session: mine }).update({ seen_at: new Date(Date.now() - 60_000).toISOString() });
    expect((await sign(admin, theirs)).body.data.others).toEqual([]);
  });

  test('is not asked for with anything but a form', async () => {
    const { status, body } = await sign(author, 'not-a-session');
    expect(status).toBe(400);
    expect(body.error.message).toContain('请刷新页面');
  });
});

describe('saving by itself', () => {
  const save = (session: Session, data: object, read: string) => session.call('PUT', `${ARTICLES}/${documentId}?locale=zh-Hans`, data, { 'x-read-version': read });
  const stored = async () => (await admin.call('GET', `${ARTICLES}/${documentId}?locale=zh-Hans`)).body.data as { title: string; updatedAt: string; summary?: string };

  test('stores an incomplete draft', async () => {
    const { updatedAt } = await stored();
    const { status, body } = await save(author, { title: null, summary: '只写了摘要' }, updatedAt);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await stored()).toMatchObject({ title: null, summary: '只写了摘要' });
    expect((await admin.call('GET', `${ARTICLES}?locale=zh-Hans&status=published`)).body.results).toEqual([]);
  });

  test('never replaces what somebody else has saved since, and says who and when', async () => {
    const { updatedAt } = await stored();
    await admin.call('PUT', `${ARTICLES}/${documentId}?locale=zh-Hans`, { title: '同事改的' });
    const { status, body } = await save(author, { title: '我改的' }, updatedAt);
    expect(status).toBe(400);
    expect(body.error.details.conflict).toBe(true);
    expect(body.error.message).toMatch(/保存了新版本，没有自动保存/);
    expect((await stored()).title).toBe('同事改的');
    const { version } = (await sign(author, crypto.randomUUID())).body.data;
    expect(version).toMatchObject({ updatedAt: (await stored()).updatedAt, isMine: false });
  });

  test('lets one of two through that come at the same time', async () => {
    const { updatedAt } = await stored();
    const answers = await Promise.all([save(author, { title: '甲' }, updatedAt), save(admin, { title: '乙' }, updatedAt)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

describe('a version in another language', () => {
  test('that points to what has none is refused in words that name the field and the remedy', async () => {
    const { agency } = (await cms.strapi.documents(ARTICLE).findOne({ documentId, locale: 'zh-Hans', populate: ['agency'] } as never)) as unknown as { agency: { documentId: string } };
    const { status, body } = await admin.call('PUT', `${ARTICLES}/${documentId}?locale=en`, { title: 'The river walk is open', agency: { connect: [{ documentId: agency.documentId }] } });
    const message = '“发布机构”里的“水务局”还没有英文版。请先写好它的英文版，或者不选它。';
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ message, details: { errors: [{ path: ['agency'], message }] } });
  });
});
