import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ARTICLE, buildCity, type City, documents, writeArticle } from './city.ts';
import { startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let city: City;
beforeAll(async () => {
  cms = await startCms();
  city = await buildCity(cms);
});
afterAll(() => cms.stop());

const articles = () => documents(cms, 'article');
const MANAGER = `/content-manager/collection-types/${ARTICLE}`;
const TOLD = '要审核通过才能发布';
const article = (more: object = {}) => ({ title: '直接发布', column: city.news, agency: city.agency, body: '<p>正文</p>', ...more });

describe('nothing goes live but by a move or a program', () => {
  test('not by the document service, whatever the action', async () => {
    const { documentId } = await articles().create({ data: article() });
    await expect(articles().publish({ documentId })).rejects.toThrow(TOLD);
    await expect(articles().publish({ documentId, locale: '*' })).rejects.toThrow(TOLD);
    await expect(articles().publish({ documentId, locale: ['zh-Hans', 'en'] })).rejects.toThrow(TOLD);
    await expect(articles().create({ data: article(), status: 'published' })).rejects.toThrow(TOLD);
    await expect(articles().update({ documentId, data: { title: '改' }, status: 'published' })).rejects.toThrow(TOLD);
    await expect(articles().clone({ documentId, data: {}, status: 'published' })).rejects.toThrow(TOLD);
    const copy = await articles().clone({ documentId, data: {} });
    expect(await articles().findOne({ documentId: copy.documentId, status: 'published' })).toBeNull();
    await expect(articles().publish({ documentId: copy.documentId })).rejects.toThrow(TOLD);
  });

  test('not in another language', async () => {
    const { documentId } = await articles().create({ data: article() });
    await articles().update({ documentId, locale: 'en', data: { title: 'News', body: '<p>News.</p>' } });
    await expect(articles().publish({ documentId, locale: 'en' })).rejects.toThrow(TOLD);
    const answer = await city.administrator.call('POST', `${MANAGER}/${documentId}/actions/publish?locale=en`, {});
    expect([answer.status, answer.body.error.message]).toEqual([400, expect.stringContaining(TOLD)]);
  });

  test('not by an API token that may do everything', async () => {
    const tokens = cms.strapi.service('admin::api-token') as unknown as { create(data: object): Promise<{ accessKey: string }> };
    const { accessKey } = await tokens.create({ name: '全权', description: '', type: 'full-access', lifespan: null });
    const headers = { authorization: `Bearer ${accessKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${cms.url}/api/articles`, { method: 'POST', headers, body: JSON.stringify({ data: article() }) });
    expect([400, 404, 405]).toContain(answer.status);
    expect(await cms.strapi.db.query(ARTICLE).count({ where: { publishedAt: { $notNull: true } } })).toBe(0);
  });

  test('not one of many at once, and the others neither', async () => {
    const [first, second] = [await writeArticle(city), await writeArticle(city)];
    const { status } = await city.signer.call('POST', `${MANAGER}/actions/bulkPublish`, { documentIds: [first.documentId, second.documentId] });
    expect(status).toBe(400);
    expect([await first.published(), await second.published()]).toEqual([null, null]);
  });
});

describe('nothing live goes away but by a move', () => {
  test('not by unpublishing, deleting or giving up a change under review', async () => {
    const live = await writeArticle(city);
    await live.publish();
    const { documentId } = live;
    await expect(articles().unpublish({ documentId })).rejects.toThrow('不能直接撤下');
    await expect(articles().delete({ documentId })).rejects.toThrow('不能直接删除');
    await expect(articles().delete({ documentId, locale: '*' })).rejects.toThrow('不能直接删除');
    expect((await city.administrator.call('POST', `${MANAGER}/actions/bulkDelete`, { documentIds: [documentId] })).status).toBe(400);
    expect((await city.administrator.call('POST', `${MANAGER}/actions/bulkUnpublish`, { documentIds: [documentId] })).status).toBe(400);
    await live.save(city.author, { title: '改了' });
    await live.move(city.author, 'submit', { changeKind: 'minor' });
    expect((await city.author.call('POST', `${MANAGER}/${documentId}/actions/discard`, {})).body.error.message).toContain('请先撤回');
    expect(await live.published()).not.toBeNull();
  });

  test('a draft nobody has seen may be deleted, one under review may not', async () => {
    const draft = await writeArticle(city);
    await draft.move(city.author, 'submit');
    expect((await city.author.call('DELETE', `${MANAGER}/${draft.documentId}`)).body.error.message).toContain('请先撤回');
    await draft.move(city.author, 'recall');
    expect((await city.author.call('DELETE', `${MANAGER}/${draft.documentId}`)).status).toBeLessThan(300);
    expect(await cms.strapi.db.connection('review_editions').where({ document_id: draft.documentId }).whereNotNull('open_key')).toEqual([]);
  });
});

describe('programs', () => {
  const programs = () => cms.strapi.plugin('review').service('programs') as unknown as { run<T>(name: string, work: () => Promise<T>): Promise<T> };

  test('publish by themselves, and the audit knows them', async () => {
    const { documentId } = await programs().run('import', async () => {
      const made = await articles().create({ data: article({ title: '搬来的' }) });
      await articles().publish({ documentId: made.documentId });
      return made;
    });
    expect(await articles().findOne({ documentId, status: 'published' })).not.toBeNull();
    const rows = await cms.strapi.db.connection('access_audit').where({ action: 'program.end' });
    expect(JSON.stringify(rows)).toContain('review.publish');
    await expect(programs().run('别的', async () => undefined)).rejects.toThrow('No program is called');
  });

  test('do not publish what somebody is working on', async () => {
    const draft = await writeArticle(city);
    await expect(programs().run('import', () => articles().publish({ documentId: draft.documentId }))).rejects.toThrow('有人正在修改或送审');
    expect(await draft.published()).toBeNull();
  });
});

test('frame types are published by whoever has the right', async () => {
  const { documentId } = await documents(cms, 'column').create({
    data: { title: '新栏目', slug: 'xinlanmu', site: city.site, kind: 'articles', columnType: 'news', updateClass: 'dynamic', description: '新', keywords: '新' },
  });
  const answer = await city.administrator.call('POST', `/content-manager/collection-types/api::column.column/${documentId}/actions/publish`, {});
  expect(answer.status).toBe(200);
});

test('the desk lists what is whose, and how much', async () => {
  const { author, reviewer, signer } = city;
  const article = await writeArticle(city, { title: '桌上的稿' });
  const titles = async (person: typeof author, list: string) => (await person.call('GET', `/review/desk/${list}`)).body.data.rows.map(({ title }: { title: string }) => title);
  expect(await titles(author, 'mine')).toContain('桌上的稿');
  expect(await titles(reviewer, 'waiting')).not.toContain('桌上的稿');
  await article.move(author, 'submit');
  expect(await titles(reviewer, 'waiting')).toContain('桌上的稿');
  expect(await titles(signer, 'waiting')).not.toContain('桌上的稿');
  await article.move(reviewer, 'return', { remark: '标题太短' });
  expect((await author.call('GET', '/review/desk/returned')).body.data.rows[0]).toMatchObject({ title: '桌上的稿', type: '信息', returned: { by: '陆一川', text: '标题太短' } });
  await article.publish();
  expect(await titles(signer, 'published-today')).toContain('桌上的稿');
  expect(await titles(city.stranger, 'published-today')).not.toContain('桌上的稿');
  const { body } = await signer.call('GET', '/review/desk/counts');
  expect(Object.keys(body.data)).toEqual(['mine', 'waiting', 'returned', 'scheduled', 'overdue', 'published-today', 'forced']);
  expect((await signer.call('GET', '/review/desk/nothing')).status).toBe(404);
});
