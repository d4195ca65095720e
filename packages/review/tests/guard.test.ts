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

describe('a file stays as it was approved', () => {
  const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4IScHRAwQCgAfJgQRoo8irwAAAABJRU5ErkJggg==', 'base64');
  const png = (info?: object) => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(PIXEL)], { type: 'image/png' }), '路灯.png');
    if (info) form.append('fileInfo', JSON.stringify(info));
    return form;
  };
  const info = (more: object) => {
    const form = new FormData();
    form.append('fileInfo', JSON.stringify(more));
    return form;
  };
  interface Uploaded {
    id: number;
    documentId: string;
  }
  const upload = async (): Promise<Uploaded> => {
    const { status, body } = await city.author.call('POST', '/upload', png({ name: '路灯.png', alternativeText: '亮着的路灯' }));
    expect(status).toBe(201);
    return body[0];
  };
  const stored = ({ id }: Uploaded) => cms.strapi.db.query('plugin::upload.file').findOne({ where: { id } });
  const head = () => (cms.strapi.plugin('feed').service('feed') as unknown as { head(): Promise<object> }).head();
  /** Every way to change or lose a file. */
  const ways = ({ id }: Uploaded): [string, string, unknown][] => [
    ['POST', `/upload?id=${id}`, png()],
    ['POST', `/upload/files/${id}/replace`, png()],
    ['POST', `/upload?id=${id}`, info({ alternativeText: '别的说明' })],
    ['PUT', `/upload/files/${id}`, { fileInfo: { name: '改名.png' } }],
    ['PUT', `/upload/files/${id}`, { fileInfo: { caption: '图说' } }],
    ['POST', '/upload/actions/bulk-update', { updates: [{ id, fileInfo: { alternativeText: '别的说明' } }] }],
    ['DELETE', `/upload/files/${id}`, undefined],
    ['POST', '/upload/actions/bulk-delete', { fileIds: [id] }],
  ];

  test('while something published shows it: no route changes it, whoever uploaded it, nor does a token', async () => {
    const [file, free] = [await upload(), await upload()];
    const article = await writeArticle(city, { title: '夜间照明调试', cover: file.id });
    await article.publish();
    const [before, sequence] = [await stored(file), await head()];
    for (const [method, path, body] of ways(file)) {
      const answer = await city.author.call(method, path, body);
      expect([answer.status, answer.body.error?.message], `${method} ${path}`).toEqual([400, expect.stringContaining('“路灯.png”正用在线上的《夜间照明调试》里，不能替换')]);
    }
    expect((await city.author.call('POST', '/upload/actions/bulk-delete', { fileIds: [free.id, file.id] })).status).toBe(400);
    const tokens = cms.strapi.service('admin::api-token') as unknown as { create(data: object): Promise<{ accessKey: string }> };
    const { accessKey } = await tokens.create({ name: '文件', description: '', type: 'full-access', lifespan: null });
    const byToken = async (method: string, path: string, body?: FormData) => (await fetch(`${cms.url}/api${path}`, { method, headers: { authorization: `Bearer ${accessKey}` }, ...(body && { body }) })).status;
    expect(await byToken('POST', `/upload?id=${file.id}`, png())).toBeGreaterThanOrEqual(400);
    expect(await byToken('POST', `/upload?id=${file.id}`, info({ alternativeText: '别的' }))).toBeGreaterThanOrEqual(400);
    expect(await byToken('DELETE', `/upload/files/${file.id}`)).toBeGreaterThanOrEqual(400);
    expect([await stored(file), await head()]).toEqual([before, sequence]);
    expect(await stored(free)).not.toBeNull();
  });

  test('while it is under review or waits for its time, in a field or in the text, and no longer', async () => {
    const file = await upload();
    const article = await writeArticle(city, { body: `<p>见图。</p><figure><img src="media:${file.documentId}" alt="亮着的路灯"></figure>` });
    expect((await city.author.call('PUT', `/upload/files/${file.id}`, { fileInfo: { caption: '改一次' } })).status).toBe(200);
    await article.move(city.author, 'submit');
    for (const [method, path, body] of ways(file)) {
      const answer = await city.author.call(method, path, body);
      expect([answer.status, answer.body.error?.message], `${method} ${path}`).toEqual([400, expect.stringContaining('正用在送审中或等待发布的内容里')]);
    }
    await article.move(city.author, 'recall');
    expect((await city.author.call('PUT', `/upload/files/${file.id}`, { fileInfo: { alternativeText: '别的说明' } })).status).toBe(200);
    expect((await city.author.call('DELETE', `/upload/files/${file.id}`)).status).toBe(200);
  });

  test('but it may be put elsewhere in the library, and administrators of the whole site may change it', async () => {
    const file = await upload();
    await (await writeArticle(city, { cover: file.id })).publish();
    const folder = await city.author.call('POST', '/upload/folders', { name: '照明', parent: null });
    expect([folder.status, (await city.author.call('PUT', `/upload/files/${file.id}`, { fileInfo: { name: '路灯.png', alternativeText: '亮着的路灯', folder: folder.body.data.id } })).status]).toEqual([201, 200]);
    expect((await city.signer.call('POST', `/upload/files/${file.id}/replace`, png())).status).toBeGreaterThanOrEqual(400);
    expect((await city.administrator.call('POST', `/upload/files/${file.id}/replace`, png())).status).toBe(200);
    expect((await city.administrator.call('PUT', `/upload/files/${file.id}`, { fileInfo: { alternativeText: '新的说明' } })).status).toBe(200);
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
