import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { documents, exportLines, seedCity, startCms, type TestCms } from './cms.ts';
import { findMisfit, Replica } from './replica.ts';
import { addFile, replaceFile } from './files.ts';

let cms: TestCms;
let city: Awaited<ReturnType<typeof seedCity>>;
beforeAll(async () => {
  cms = await startCms();
  city = await seedCity(cms);
});
afterAll(() => cms.stop());

let cursor: { epoch: string; after: number };
beforeEach(async () => {
  const { epoch, sequence } = await cms.feed.head();
  cursor = { epoch, after: sequence };
});
/** The lines of the changes since the test began, without head and end. */
const news = async () => (await cms.feed.changes(cursor)).filter(({ kind }) => kind !== 'head' && kind !== 'end');

const article = (more: object = {}) => ({
  title: '我市新增三条公交线路',
  column: city.news,
  agency: city.agency,
  body: '<p>正文</p>',
  ...more,
});
const policy = (more: object = {}) => ({
  title: '望川市公共交通管理办法',
  column: city.policies,
  agency: city.agency,
  issuer: '望川市人民政府',
  validity: 'effective',
  body: '<p>正文</p>',
  ...more,
});
const create = async (name: string, data: object) => (await documents(cms, name).create({ data })).documentId;
const publish = async (name: string, data: object) => {
  const documentId = await create(name, data);
  await documents(cms, name).publish({ documentId });
  return documentId;
};
const publishEnglish = async (name: string, documentId: string, data: object) => {
  await documents(cms, name).update({ documentId, locale: 'en', data });
  await documents(cms, name).publish({ documentId, locale: 'en' });
};

describe('what counts as a change', () => {
  test('a draft is none, its publication is one', async () => {
    const documentId = await create('article', article());
    await documents(cms, 'article').update({ documentId, data: { title: '改过的标题' } });
    expect(await news()).toEqual([]);

    await documents(cms, 'article').publish({ documentId });
    expect(await news()).toMatchObject([
      { kind: 'entry', type: 'article', documentId, locale: 'zh-Hans', data: { title: '改过的标题' } },
    ]);
  });

  test('create and update that publish at once are seen, though their inner publication passes no middleware', async () => {
    const created = await documents(cms, 'article').create({ data: article(), status: 'published' });
    expect(created.path).toMatch(/^\/yaowen\/\d{6}\/[a-z0-9]{8}\/$/);
    expect(await news()).toMatchObject([
      { kind: 'entry', documentId: created.documentId, data: { path: created.path } },
    ]);

    await documents(cms, 'article').update({
      documentId: created.documentId,
      data: { title: '第二版' },
      status: 'published',
    });
    expect(await news()).toMatchObject([{ kind: 'entry', data: { title: '第二版', path: created.path } }]);
  });

  test('withdrawing and deleting leave a gone document and its address', async () => {
    const documentId = await publish('article', article());
    await documents(cms, 'article').unpublish({ documentId });
    expect(await news()).toMatchObject([
      { kind: 'gone', documentId },
      { kind: 'address', state: 'withdrawn' },
    ]);

    const other = await publish('article', article());
    await documents(cms, 'article').delete({ documentId: other });
    expect((await news()).filter(({ kind }) => kind === 'gone')).toHaveLength(2);
  });

  test('discarding a draft and deleting one that was never published change nothing', async () => {
    const documentId = await publish('article', article());
    await documents(cms, 'article').update({ documentId, data: { title: '不要了' } });
    const draft = await create('article', article());
    cursor.after = (await cms.feed.head()).sequence;

    await documents(cms, 'article').discardDraft({ documentId });
    await documents(cms, 'article').delete({ documentId: draft });
    expect(await news()).toEqual([]);
  });

  test('publishing many at once records each', async () => {
    const ids = [await create('article', article({ title: '甲' })), await create('article', article({ title: '乙' }))];
    const manager = cms.strapi.plugin('content-manager').service('document-manager') as unknown as {
      publishMany(uid: string, ids: string[], locale?: string): Promise<number>;
      unpublishMany(ids: string[], uid: string, options: object): Promise<unknown>;
    };
    await manager.publishMany('api::article.article', ids);
    expect((await news()).map((line) => line.kind === 'entry' && line.documentId).sort()).toEqual([...ids].sort());

    await manager.unpublishMany(ids, 'api::article.article', {});
    expect((await news()).filter(({ kind }) => kind === 'gone')).toHaveLength(2);
  });

  test('publishing one locale tells the others too, since Strapi may copy into them what is not localised', async () => {
    const documentId = await publish('article', article());
    await publishEnglish('site', city.site, { title: 'Wangchuan', shortName: 'Wangchuan', sponsor: 'Wangchuan' });
    await publishEnglish('column', city.news, {
      title: 'News',
      description: 'News',
      keywords: 'news',
      site: city.site,
    });
    await publishEnglish('agency', city.agency, { title: 'Office', duties: '<p>Work</p>', site: city.site });
    await publishEnglish('article', documentId, {
      title: 'Three new bus lines',
      body: '<p>Text</p>',
      column: city.news,
      agency: city.agency,
    });
    await documents(cms, 'article').update({ documentId, data: { source: '望川日报', audiences: ['citizen'] } });
    cursor.after = (await cms.feed.head()).sequence;
    await documents(cms, 'article').publish({ documentId });

    const lines = (await news()).flatMap((line) => (line.kind === 'entry' ? [[line.locale, line.data.title]] : []));
    expect(new Map(lines as [string, string][])).toEqual(
      new Map([
        ['zh-Hans', '我市新增三条公交线路'],
        ['en', 'Three new bus lines'],
      ]),
    );
  });

  test('types without address and locale are told too', async () => {
    const documentId = await publish('alert', {
      title: '暴雨橙色预警',
      site: city.site,
      level: 'orange',
      message: '请减少外出。',
      startsAt: '2026-07-01T00:00:00.000Z',
      endsAt: '2026-07-02T00:00:00.000Z',
    });
    expect(await news()).toMatchObject([
      { kind: 'entry', type: 'alert', documentId, locale: 'zh-Hans', data: { startsAt: '2026-07-01T00:00:00.000Z' } },
    ]);
  });
});

describe('one transaction', () => {
  test('a publication that fails afterwards leaves neither row nor change nor address', async () => {
    const documentId = await create('article', article());
    await expect(
      cms.strapi.db.transaction(async () => {
        await documents(cms, 'article').publish({ documentId });
        throw new Error('later');
      }),
    ).rejects.toThrow('later');

    expect(await news()).toEqual([]);
    expect(await documents(cms, 'article').findOne({ documentId, status: 'published' })).toBeNull();
    expect(await cms.strapi.db.connection('feed_addresses').where({ document_id: documentId })).toEqual([]);
  });

  test('a publication the feed refuses is not made', async () => {
    const documentId = await create('article', { title: '没有栏目', agency: city.agency, body: '<p>正文</p>' });
    await expect(documents(cms, 'article').publish({ documentId })).rejects.toThrow('栏目');
    expect(await documents(cms, 'article').findOne({ documentId, status: 'published' })).toBeNull();
  });
});

describe('relations', () => {
  test('publishing what amends a document changes that document, and withdrawing it changes it back', async () => {
    const old = await publish('policy-document', policy());
    const amending = await create('policy-document', policy({ title: '关于修改办法的决定', amends: [old] }));
    cursor.after = (await cms.feed.head()).sequence;

    await documents(cms, 'policy-document').publish({ documentId: amending });
    const after = new Replica().read([...(await cms.feed.changes(cursor))]);
    expect(after.find('policy-document', old)?.data.amendedBy).toEqual([
      { type: 'policy-document', documentId: amending },
    ]);

    await documents(cms, 'policy-document').unpublish({ documentId: amending });
    after.read(await cms.feed.changes({ ...cursor, after: after.sequence }));
    expect(after.find('policy-document', old)?.data.amendedBy).toEqual([]);
  });

  test('a relation edited on the side that does not own it arrives at both', async () => {
    const document = await publish('policy-document', policy());
    const interpretation = await publish('interpretation', {
      title: '一图读懂',
      column: city.news,
      agency: city.agency,
      form: 'text',
      body: '<p>解读</p>',
    });
    await documents(cms, 'policy-document').update({
      documentId: document,
      data: { interpretations: [interpretation] },
    });
    await documents(cms, 'policy-document').publish({ documentId: document });

    const replica = new Replica().read(await exportLines(cms));
    expect(replica.find('policy-document', document)?.data.interpretations).toEqual([
      { type: 'interpretation', documentId: interpretation },
    ]);
    expect(replica.find('interpretation', interpretation)?.data.documents).toEqual([
      { type: 'policy-document', documentId: document },
    ]);
    expect((await news()).filter((line) => line.kind === 'entry' && line.documentId === interpretation)).toHaveLength(
      1,
    );
  });

  test('a relation survives the withdrawal and return of its target', async () => {
    const agency = await publish('agency', {
      title: '市交通运输局',
      code: 'jtj',
      site: city.site,
      duties: '<p>交通。</p>',
    });
    const documentId = await publish('article', article({ agency }));
    await documents(cms, 'agency').unpublish({ documentId: agency });
    await documents(cms, 'agency').publish({ documentId: agency });

    const entry = new Replica().read(await exportLines(cms)).find('article', documentId);
    expect(entry?.data.agency).toEqual({ type: 'agency', documentId: agency });
  });

  test('an edited relation of a draft does not leak before it is published', async () => {
    const documentId = await publish('article', article());
    await documents(cms, 'article').update({ documentId, data: { column: city.policies } });
    expect(new Replica().read(await exportLines(cms)).find('article', documentId)?.data.column).toEqual({
      type: 'column',
      documentId: city.news,
    });
  });
});

describe('media', () => {
  test('replacing, describing and deleting a file change the documents that use it, in attributes and in text', async () => {
    const [cover, inline, unused] = [
      await addFile(cms, '封面.png'),
      await addFile(cms, '插图.png'),
      await addFile(cms, '别的.png'),
    ];
    const documentId = await publish(
      'article',
      article({ cover: cover.id, body: `<p>看图</p><img src="media:${inline.documentId}" alt="插图">` }),
    );
    const replica = new Replica().read(await exportLines(cms));
    const entry = () => replica.find('article', documentId)!;
    const follow = async () => replica.read(await cms.feed.changes({ ...cursor, after: replica.sequence }));
    expect(entry()).toMatchObject({
      data: { cover: { id: cover.documentId, name: '封面.png', mime: 'image/png', width: 2, height: 2 } },
      bodyFiles: [{ id: inline.documentId, name: '插图.png' }],
    });

    let { version } = entry();
    await replaceFile(cms, cover);
    await follow();
    expect(entry().version).not.toBe(version);

    ({ version } = entry());
    const upload = cms.strapi.plugin('upload').service('upload') as {
      updateFileInfo(id: number, info: object): Promise<unknown>;
      remove(file: object): Promise<unknown>;
    };
    await upload.updateFileInfo(inline.id, { alternativeText: '新线路示意图' });
    await follow();
    expect(entry().version).not.toBe(version);
    expect(entry().bodyFiles).toMatchObject([{ alt: '新线路示意图' }]);

    await upload.remove(cover);
    await follow();
    expect(entry().data.cover).toBeUndefined();

    const { sequence } = await cms.feed.head();
    await upload.remove(unused);
    expect((await cms.feed.head()).sequence).toBe(sequence);
  });
});

test('every entry fits the schema of its type exactly, components, choices and files included', async () => {
  const form = await addFile(cms, '申请表.png');
  await publish('service-item', {
    title: '护照签发',
    column: city.news,
    agency: city.agency,
    summary: '第一次办、换发、补发',
    itemType: 'licence',
    basis: '<p>护照法</p>',
    level: 'municipal',
    implementerNature: 'statutory',
    targets: ['person'],
    audiences: ['citizen'],
    theme: 'exit',
    caseType: 'promised',
    promisedLimit: 7,
    promisedUnit: 'workday',
    conditions: '<p>本市居民</p>',
    materials: [
      {
        name: '申请表',
        necessity: 'required',
        form: 'original',
        medium: 'paper',
        copies: 1,
        origin: 'applicant',
        blankForm: form.id,
      },
    ],
    steps: [{ name: '受理' }, { name: '送达', duration: '1 个工作日' }],
    charged: true,
    fees: [{ name: '工本费', standard: '每本 120 元', basis: '发改价格' }],
    visits: 1,
    consultationPhone: '0990-1234567',
    channels: ['window', 'online'],
    windows: [{ name: 'B12', address: '政务中心', hours: '工作日' }],
    questions: [{ question: '要带照片吗？', answer: '现场拍。' }],
    effectiveOn: '2026-01-01',
    version: '1',
    withdrawalReason: '不公开',
  });
  const lines = await exportLines(cms);
  const entries = lines.filter((line) => line.kind === 'entry');
  expect(new Set(entries.map(({ type }) => type)).size).toBeGreaterThan(5);
  expect(entries.map(findMisfit).filter(Boolean)).toEqual([]);
  const service = entries.find(({ type }) => type === 'service-item')!;
  expect(service.data).toMatchObject({
    channels: ['window', 'online'],
    steps: [{ name: '受理' }, { name: '送达' }],
    materials: [{ blankForm: { id: form.documentId } }],
    charged: true,
  });
  expect(JSON.stringify(service.data)).not.toContain('不公开');
});

test('a backup restored without one is noticed by the mark of the last change', async () => {
  await publish('article', article());
  const { epoch, sequence } = await cms.feed.head();
  const last = (await cms.feed.changes({ epoch, after: sequence - 1 })).at(-1);
  const mark = last?.kind === 'end' ? last.mark : undefined;
  expect(await cms.feed.changes({ epoch, after: sequence, mark })).toMatchObject([{ kind: 'head' }, { kind: 'end', mark }]);
  await cms.strapi.db.connection('feed_changes').where({ sequence }).update({ at: '2026-11-01T00:00:00.000Z' });
  expect(await cms.feed.changes({ epoch, after: sequence, mark })).toEqual([{ kind: 'reset', epoch }]);
});
