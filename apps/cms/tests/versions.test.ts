import { inflateSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ensureUser } from '../src/provisioning/ensure-user';
import { bootCms, PASSWORD, type RunningCms, type Session, signIn } from './boot';

const ARTICLE = 'api::article.article';
const SERVICE = 'api::service-item.service-item';

interface Stored extends Record<string, unknown> {
  documentId: string;
}
interface Documents {
  create(params: object): Promise<Stored>;
  update(params: object): Promise<Stored>;
  publish(params: object): Promise<unknown>;
  findOne(params: object): Promise<Stored | null>;
}
interface Programs {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}
type Shown = { number: number; cause: string; by: string; note?: string; isDraft: boolean; isLive: boolean };

let cms: RunningCms;
let author: Session;
let stranger: Session;
let auditor: Session;
let place: { column: string; agency: string };

const documents = (uid: string) => cms.strapi.documents(uid as never) as unknown as Documents;
/** Publishes as a program of the installation does: this suite is not about who may. */
const publish = (uid: string, documentId: string) => {
  const programs = cms.strapi.plugin('review').services.programs as unknown as Programs | undefined;
  const work = () => documents(uid).publish({ documentId, locale: 'zh-Hans' });
  return programs ? programs.run('demo-city', work) : work();
};
const at = (uid: string, documentId: string, rest = '') => `/review/documents/${uid}/${documentId}/versions${rest}?locale=zh-Hans`;
const list = async (session: Session, documentId: string, uid = ARTICLE) => (await session.call('GET', at(uid, documentId))).body.data.versions as Shown[];
const save = (session: Session, documentId: string, data: object) => session.call('PUT', `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=zh-Hans`, data);
const count = async (table: string) => Number((await cms.strapi.db.connection(table).count('* as n').first())!.n);

async function write(more: object = {}): Promise<string> {
  const { documentId } = await documents(ARTICLE).create({ data: { title: '步道开放', body: '<p>步道明天开放。</p>', ...place, ...more }, locale: 'zh-Hans' });
  return documentId;
}

beforeAll(async () => {
  cms = await bootCms();
  const create = async (uid: string, data: object) => (await documents(uid).create({ data, locale: 'zh-Hans' })).documentId;
  const site = await create('api::site.site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  const agency = await create('api::agency.agency', { title: '水务局', code: 'swj', site });
  await create('api::agency.agency', { title: '教育局', code: 'jyj', site });
  const column = await create('api::column.column', { title: '要闻', slug: 'yaowen', site, columnType: 'news', description: '要闻', keywords: '要闻' });
  for (const [uid, id] of [['api::site.site', site], ['api::agency.agency', agency], ['api::column.column', column]] as const) await publish(uid, id);
  place = { column, agency };
  const join = async (email: string, role: string, agencyCode?: string) => {
    await ensureUser(cms.strapi, { email, name: email, password: PASSWORD, role, ...(agencyCode ? { agencyCode } : {}) });
    return signIn(cms, email);
  };
  author = await join('author@example.cn', 'author', 'swj');
  stranger = await join('stranger@example.cn', 'author', 'jyj');
  auditor = await join('auditor@example.cn', 'auditor');
});
afterAll(() => cms?.stop());

describe('keeping versions', () => {
  test('keeps what was saved and what was published, and says which is which', async () => {
    const documentId = await write();
    await publish(ARTICLE, documentId);
    await save(author, documentId, { body: '<p>步道后天开放。</p>' });
    expect(await list(author, documentId)).toMatchObject([
      { number: 3, cause: '保存草稿', isDraft: true, isLive: false },
      { number: 2, cause: '发布', isDraft: false, isLive: true },
      { number: 1, cause: '保存草稿', isDraft: false, isLive: true },
    ]);
  });

  test('keeps nothing when nothing was changed', async () => {
    const documentId = await write();
    await save(author, documentId, { title: '步道开放' });
    expect(await list(author, documentId)).toHaveLength(1);
  });

  test('takes the saves of one person in one sitting for one version, another person begins a new one', async () => {
    const documentId = await write();
    for (const title of ['改一', '改二', '改三']) await save(author, documentId, { title });
    expect(await list(author, documentId)).toMatchObject([{ number: 2, by: 'author@example.cn' }, { number: 1 }]);
    const admin = await signIn(cms, 'admin@example.cn');
    await save(admin, documentId, { title: '改四' });
    expect((await list(author, documentId)).map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  test('begins a new version when the sitting is over', async () => {
    const documentId = await write();
    await save(author, documentId, { title: '上午' });
    const earlier = new Date(Date.now() - 11 * 60_000).toISOString();
    await cms.strapi.db.connection('review_versions').where({ document_id: documentId }).update({ began_at: earlier });
    await save(author, documentId, { title: '下午' });
    expect(await list(author, documentId)).toHaveLength(3);
  });

  test('keeps what a document said before its first change where none was kept yet', async () => {
    const documentId = await write();
    await cms.strapi.db.connection('review_versions').where({ document_id: documentId }).delete();
    await save(author, documentId, { title: '改过' });
    expect(await list(author, documentId)).toMatchObject([{ cause: '保存草稿' }, { cause: '此前的内容', by: '系统' }]);
  });

  test('stores equal contents once, deflated', async () => {
    const body = `<p>${'同样的一段话。'.repeat(200)}</p>`;
    const before = await count('review_contents');
    for (let time = 0; time < 3; time++) await write({ body });
    expect(await count('review_contents')).toBe(before + 1);
    const rows = (await cms.strapi.db.connection('review_contents').select('body')) as { body: Buffer }[];
    const stored = rows.find((row) => inflateSync(row.body).toString().includes('同样的一段话'))!;
    expect(stored.body.length).toBeLessThan(body.length / 4);
  });

  test('keeps nothing of a write that was rolled back', async () => {
    const documentId = await write();
    const failed = cms.strapi.db.transaction(async () => {
      await documents(ARTICLE).update({ documentId, locale: 'zh-Hans', data: { title: '没有写成' } });
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await list(author, documentId)).toHaveLength(1);
  });

  test('thins out old saves and loose contents, and leaves what was published and the last word', async () => {
    const documentId = await write({ title: '老文章' });
    await publish(ARTICLE, documentId);
    await save(author, documentId, { title: '老文章，第二稿' });
    const old = new Date(Date.now() - 181 * 24 * 3600_000).toISOString();
    await cms.strapi.db.connection('review_versions').where({ document_id: documentId }).update({ at: old, began_at: old });
    const versions = cms.strapi.plugin('review').service('versions') as unknown as { thinOut(): Promise<{ versions: number }> };
    expect(await versions.thinOut()).toMatchObject({ versions: 1 });
    expect((await list(author, documentId)).map(({ number }) => number)).toEqual([3, 2]);
    expect((await author.call('GET', at(ARTICLE, documentId, '/2/difference/3'))).status).toBe(200);
  });
});

describe('the difference of two versions', () => {
  test('is told in words, between versions, the draft and what is live', async () => {
    const documentId = await write();
    await publish(ARTICLE, documentId);
    await save(author, documentId, { body: '<p>步道后天开放。</p>' });
    for (const [before, after] of [['2', '3'], ['live', 'draft'], ['1', 'draft']]) {
      const { sections } = (await author.call('GET', at(ARTICLE, documentId, `/${before}/difference/${after}`))).body.data;
      expect(sections).toMatchObject([{ label: '正文', rows: [{ mark: 'changed', before: { pieces: [{ text: '步道' }, { text: '明天', mark: 'removed' }, { text: '开放。' }] } }] }]);
    }
  });

  test('of a version with itself is empty', async () => {
    const documentId = await write();
    expect((await author.call('GET', at(ARTICLE, documentId, '/1/difference/draft'))).body.data.sections).toEqual([]);
  });

  test('shows lists, targets and labels of a service guide', async () => {
    const create = (data: object) => documents(SERVICE).create({ data: { title: '居住证', agency: place.agency, column: place.column, ...data }, locale: 'zh-Hans' });
    const { documentId } = await create({ materials: [{ name: '身份证', form: 'original', necessity: 'required', copies: 1 }] });
    await documents(SERVICE).update({ documentId, locale: 'zh-Hans', data: { materials: [{ name: '照片', form: 'copy', necessity: 'required' }, { name: '身份证', form: 'copy', necessity: 'required', copies: 1 }] } });
    const admin = await signIn(cms, 'admin@example.cn');
    const { sections } = (await admin.call('GET', at(SERVICE, documentId, '/1/difference/draft'))).body.data;
    const rows = sections.flatMap((section: { rows: { mark: string; before?: { label: string }; after?: { label: string; pieces: { text: string }[] } }[] }) => section.rows);
    expect(rows).toContainEqual(expect.objectContaining({ mark: 'changed', after: { label: expect.stringContaining('2“身份证” · 原件或复印件'), pieces: [{ text: '复印件', mark: 'added' }] } }));
  });

  test('says plainly that there is no such version', async () => {
    const documentId = await write();
    expect((await author.call('GET', at(ARTICLE, documentId, '/1/difference/99'))).body.error).toMatchObject({ status: 404, message: '没有第 99 版' });
    expect((await author.call('GET', at(ARTICLE, documentId, '/live/difference/1'))).body.error.message).toBe('这份内容现在没有上线');
    expect((await author.call('GET', at(ARTICLE, documentId, '/x/difference/1'))).status).toBe(400);
  });
});

describe('restoring a version', () => {
  test('makes a new draft and never touches what is live', async () => {
    const file = await cms.strapi.db.query('plugin::upload.file').create({ data: { name: '图.png', hash: 'tu', ext: '.png', mime: 'image/png', size: 1, url: '/uploads/tu.png', provider: 'local' } });
    const documentId = await write({ cover: file.id, summary: '要点', audiences: ['elderly'] });
    await publish(ARTICLE, documentId);
    await save(author, documentId, { title: '全改了', body: '<p>别的内容。</p>', summary: null, cover: null, audiences: [] });
    await publish(ARTICLE, documentId);
    const { status, body } = await author.call('POST', at(ARTICLE, documentId, '/1/restore'), {});
    expect([status, body.data]).toEqual([200, { missing: [] }]);

    const draft = await documents(ARTICLE).findOne({ documentId, locale: 'zh-Hans', populate: ['cover', 'column', 'agency'] });
    expect(draft).toMatchObject({ title: '步道开放', body: '<p>步道明天开放。</p>', summary: '要点', audiences: ['elderly'], cover: { name: '图.png' }, column: { documentId: place.column } });
    const live = await documents(ARTICLE).findOne({ documentId, locale: 'zh-Hans', status: 'published' });
    expect(live).toMatchObject({ title: '全改了', body: '<p>别的内容。</p>' });
    expect(draft!.path).toBe(live!.path);
    expect((await list(author, documentId))[0]).toMatchObject({ cause: '恢复旧版', note: '恢复自第 1 版', isDraft: true, isLive: false });
    expect((await author.call('GET', at(ARTICLE, documentId, '/1/difference/draft'))).body.data.sections).toEqual([]);
  });

  test('brings lists back whole', async () => {
    const admin = await signIn(cms, 'admin@example.cn');
    const materials = [{ name: '身份证', form: 'original', necessity: 'required', copies: 1 }, { name: '照片', form: 'copy', necessity: 'optional' }];
    const { documentId } = await documents(SERVICE).create({ data: { title: '居住证', agency: place.agency, column: place.column, materials }, locale: 'zh-Hans' });
    await documents(SERVICE).update({ documentId, locale: 'zh-Hans', data: { materials: [] } });
    expect((await admin.call('POST', at(SERVICE, documentId, '/1/restore'), {})).status).toBe(200);
    expect((await documents(SERVICE).findOne({ documentId, locale: 'zh-Hans', populate: ['materials'] }))!.materials).toMatchObject(materials);
  });

  test('leaves out what is gone, and names it', async () => {
    const file = await cms.strapi.db.query('plugin::upload.file').create({ data: { name: '已删.png', hash: 'x', ext: '.png', mime: 'image/png', size: 1, url: '/uploads/x.png', provider: 'local' } });
    const documentId = await write({ cover: file.id });
    await save(author, documentId, { title: '改', cover: null });
    await cms.strapi.db.query('plugin::upload.file').delete({ where: { id: file.id } });
    const { body } = await author.call('POST', at(ARTICLE, documentId, '/1/restore'), {});
    expect(body.data.missing).toEqual(['“配图”里的文件“已删.png”已经从媒体库删掉']);
  });
});

describe('versions of a draft', () => {
  test('are for its agency alone: others neither list, compare nor restore them', async () => {
    const documentId = await write();
    for (const [method, rest] of [['GET', ''], ['GET', '/1/difference/draft'], ['POST', '/1/restore']] as const) {
      const { status, body } = await stranger.call(method, at(ARTICLE, documentId, rest), method === 'POST' ? {} : undefined);
      expect([method + rest, status]).toEqual([method + rest, 403]);
      expect(JSON.stringify(body)).not.toContain('步道');
    }
  });

  test('stay closed to others also once the document is published', async () => {
    const documentId = await write();
    await publish(ARTICLE, documentId);
    expect((await stranger.call('GET', at(ARTICLE, documentId))).status).toBe(403);
  });

  test('are read, not restored, by whoever may only read', async () => {
    const documentId = await write();
    expect((await auditor.call('GET', at(ARTICLE, documentId))).body.data).toMatchObject({ mayRestore: false, versions: [{ number: 1 }] });
    expect((await auditor.call('POST', at(ARTICLE, documentId, '/1/restore'), {})).status).toBe(403);
  });

  test('are not for people who are not signed in', async () => {
    const documentId = await write();
    expect((await fetch(cms.address + at(ARTICLE, documentId))).status).toBe(401);
  });
});
