import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { documents, exportLines, seedCity, startCms, type Stored, type TestCms } from './cms.ts';
import { Replica } from './replica.ts';

let cms: TestCms;
let city: Awaited<ReturnType<typeof seedCity>>;
beforeAll(async () => {
  cms = await startCms();
  city = await seedCity(cms);
});
afterAll(() => cms.stop());

const article = (more: object = {}) => ({
  title: '我市新增三条公交线路',
  column: city.news,
  agency: city.agency,
  body: '<p>正文</p>',
  ...more,
});
const articles = () => documents(cms, 'article');
const publishArticle = async (more: object = {}) => {
  const { documentId } = await articles().create({ data: article(more) });
  const { entries } = await articles().publish({ documentId });
  return entries[0]!;
};
const update = async (documentId: string, data: object) => {
  await articles().update({ documentId, data });
  const { entries } = await articles().publish({ documentId });
  return entries[0]!;
};
const draftOf = (name: string, documentId: string) => documents(cms, name).findOne({ documentId }) as Promise<Stored>;
const publishedOf = (name: string, documentId: string) =>
  documents(cms, name).findOne({ documentId, status: 'published' }) as Promise<Stored>;
const standing = async () => new Replica().read(await exportLines(cms)).addresses;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

describe('first publication', () => {
  test('gives path, identifier and time, to the draft and the published row alike', async () => {
    const { documentId } = await publishArticle();
    const [draft, published] = [await draftOf('article', documentId), await publishedOf('article', documentId)];
    expect(published).toMatchObject({
      path: `/yaowen/${today.slice(0, 7).replace('-', '')}/${published.publicId}/`,
      publishedOn: today,
    });
    expect(Math.abs(Date.parse(published.firstPublishedAt as string) - Date.now())).toBeLessThan(60_000);
    for (const attribute of ['path', 'publicId', 'publishedOn', 'firstPublishedAt'])
      expect(draft[attribute]).toEqual(published[attribute]);
  });

  test('keeps an earlier date that was brought along, and invents no time for it', async () => {
    const { documentId } = await publishArticle({ publishedOn: '2019-02-28' });
    expect(await publishedOf('article', documentId)).toMatchObject({
      publishedOn: '2019-02-28',
      firstPublishedAt: null,
      path: expect.stringMatching(/^\/yaowen\/201902\//),
    });
    await update(documentId, { title: '改个错字' });
    expect(await publishedOf('article', documentId)).toMatchObject({
      publishedOn: '2019-02-28',
      firstPublishedAt: null,
    });
  });

  test('refuses a date that has not come', async () => {
    await expect(publishArticle({ publishedOn: '2199-01-01' })).rejects.toThrow(
      '“发布日期”写的是 2199-01-01，还没有到',
    );
  });

  test('gives an agency the address of its code, which no other agency gets afterwards', async () => {
    const agency = async (data: object) => {
      const { documentId } = await documents(cms, 'agency').create({
        data: { title: '市交通运输局', site: city.site, duties: '<p>交通。</p>', ...data },
      });
      return { documentId, path: (await documents(cms, 'agency').publish({ documentId })).entries[0]!.path };
    };
    const { documentId, path } = await agency({ code: 'jtj' });
    expect(path).toBe('/jigou/jtj/');
    await documents(cms, 'agency').update({ documentId, data: { code: 'jtysj' } });
    await documents(cms, 'agency').publish({ documentId });
    expect((await standing()).get('/jigou/jtj/')).toMatchObject({ state: 'moved', to: '/jigou/jtysj/' });
    await expect(agency({ title: '后来者', code: 'jtj' })).rejects.toThrow('网址“/jigou/jtj/”已经给过“市交通运输局”');
  });
});

describe('afterwards', () => {
  test('nobody changes what was given, and forms that send it back change nothing', async () => {
    const { documentId } = await publishArticle();
    const before = await draftOf('article', documentId);
    for (const [attribute, value] of [
      ['path', '/x/'],
      ['publicId', 'zzzzzzzz'],
      ['publishedOn', '2001-01-01'],
      ['firstPublishedAt', '2001-01-01T00:00:00.000Z'],
    ] as const) {
      await expect(articles().update({ documentId, data: { [attribute]: value } })).rejects.toThrow(
        '一经发布就不能更改',
      );
    }
    const { path, publicId, publishedOn, firstPublishedAt } = before;
    await update(documentId, { title: '第二版', path, publicId, publishedOn, firstPublishedAt });
    await update(documentId, {
      title: '第三版',
      path: null,
      publicId: null,
      publishedOn: null,
      firstPublishedAt: null,
    });
    expect(await publishedOf('article', documentId)).toMatchObject({
      title: '第三版',
      path,
      publicId,
      publishedOn,
      firstPublishedAt,
    });
  });

  test('a copy is another document', async () => {
    const { documentId, path } = await publishArticle();
    const copy = await articles().clone({ documentId, data: {} });
    expect(await draftOf('article', copy.documentId)).toMatchObject({
      path: null,
      publicId: null,
      publishedOn: null,
      firstPublishedAt: null,
    });
    const { entries } = await articles().publish({ documentId: copy.documentId });
    expect(entries[0]!.path).not.toBe(path);
  });

  test('another column gives another address, the old one leads there, and coming back works without a chain', async () => {
    const { documentId, path: first } = await publishArticle();
    const { path: second } = await update(documentId, { column: city.policies });
    expect(second).toBe(first!.replace('/yaowen/', '/zhengce/'));
    expect((await standing()).get(first!)).toMatchObject({ state: 'moved', to: second });

    const third = await city.column('gonggao', '公告');
    const { path: last } = await update(documentId, { column: third });
    const addresses = await standing();
    expect([addresses.get(first!)?.to, addresses.get(second!)?.to]).toEqual([last, last]);

    expect((await update(documentId, { column: city.news })).path).toBe(first);
    const after = await standing();
    expect(after.has(first!)).toBe(false);
    expect([after.get(second!)?.to, after.get(last!)?.to]).toEqual([first, first]);
  });

  test('a withdrawn address says why, and lives again when the document returns', async () => {
    const { documentId, path } = await publishArticle();
    await articles().update({ documentId, data: { withdrawalReason: '数据有误，核实后重新发布' } });
    await articles().unpublish({ documentId });
    expect((await standing()).get(path!)).toMatchObject({
      state: 'withdrawn',
      reason: '数据有误，核实后重新发布',
      title: '我市新增三条公交线路',
    });

    const { entries } = await articles().publish({ documentId });
    expect(entries[0]).toMatchObject({ path });
    expect((await standing()).has(path!)).toBe(false);

    await articles().delete({ documentId });
    expect((await standing()).get(path!)).toMatchObject({ state: 'withdrawn', reason: '该内容已由发布单位撤下' });
  });
});

describe('columns', () => {
  const columns = () => documents(cms, 'column');
  const pathsOf = async (documentId: string) => [
    (await draftOf('column', documentId)).path,
    (await publishedOf('column', documentId))?.path,
  ];

  test('carry their parent in their path and take their children along, without moving documents', async () => {
    const top = await city.column('gongkai', '公开');
    const child = await city.column('zhinan', '指南', { parent: top });
    const { documentId, path } = await publishArticle({ column: child });
    expect(await pathsOf(child)).toEqual(['/gongkai/zhinan/', '/gongkai/zhinan/']);

    await columns().update({ documentId: top, data: { slug: 'xinxigongkai' } });
    expect(await pathsOf(child)).toEqual(['/xinxigongkai/zhinan/', '/gongkai/zhinan/']);
    const { epoch, sequence } = await cms.feed.head();
    await columns().publish({ documentId: top });
    expect(await pathsOf(child)).toEqual(['/xinxigongkai/zhinan/', '/xinxigongkai/zhinan/']);
    const lines = await cms.feed.changes({ epoch, after: sequence });
    expect(lines.filter(({ kind }) => kind === 'entry')).toHaveLength(2);
    const moved = new Map(lines.flatMap((line) => (line.kind === 'address' ? [[line.path, line.to]] : [])));
    expect(moved).toEqual(
      new Map([
        ['/gongkai/', '/xinxigongkai/'],
        ['/gongkai/zhinan/', '/xinxigongkai/zhinan/'],
      ]),
    );

    expect((await update(documentId, { title: '仍在原处' })).path).toBe(path);
  });

  test('refuse a reserved, a used and a given-away name, each with its reason', async () => {
    const data = {
      title: '新栏目',
      site: city.site,
      kind: 'articles',
      columnType: 'news',
      updateClass: 'dynamic',
      description: '栏',
      keywords: '栏',
    };
    await expect(columns().create({ data: { ...data, slug: 'search' } })).rejects.toThrow('由平台自己使用');
    await expect(columns().create({ data: { ...data, slug: 'en' } })).rejects.toThrow('由平台自己使用');
    await expect(columns().create({ data: { ...data, slug: 'yaowen' } })).rejects.toThrow(
      '网址“/yaowen/”已经是栏目“要闻”的',
    );

    const gone = await city.column('jiulan', '旧栏');
    await columns().delete({ documentId: gone });
    await expect(columns().create({ data: { ...data, slug: 'jiulan' } })).rejects.toThrow('已经给过“旧栏”');
    expect((await columns().create({ data: { ...data, slug: 'search', parent: city.news } })).path).toBe(
      '/yaowen/search/',
    );
  });

  test('are not deleted while published documents or columns need them', async () => {
    const top = await city.column('shang', '上级');
    await city.column('xia', '下级', { parent: top });
    await expect(columns().delete({ documentId: top })).rejects.toThrow(
      '“上级”还有 1 项已发布的内容在使用，例如“下级”，不能删除',
    );
    const used = await city.column('youwen', '有文章');
    const { documentId } = await publishArticle({ column: used });
    await expect(columns().delete({ documentId: used })).rejects.toThrow('例如“我市新增三条公交线路”');
    await articles().unpublish({ documentId });
    await columns().delete({ documentId: used });
  });

  test('cannot be below themselves', async () => {
    const child = await city.column('zi', '子栏', { parent: city.policies });
    await expect(columns().update({ documentId: city.policies, data: { parent: child } })).rejects.toThrow(
      '不能是它自己或它的下级栏目',
    );
  });
});

test('other locales have addresses of their own below their name', async () => {
  const english = async (name: string, documentId: string, data: object) => {
    await documents(cms, name).update({ documentId, locale: 'en', data });
    return (await documents(cms, name).publish({ documentId, locale: 'en' })).entries[0]!;
  };
  const { documentId, path } = await publishArticle();
  await english('site', city.site, { title: 'Wangchuan', shortName: 'Wangchuan', sponsor: 'Wangchuan' });
  expect(
    (await english('column', city.news, { title: 'News', description: 'News', keywords: 'news', site: city.site }))
      .path,
  ).toBe('/en/yaowen/');
  expect(
    (await english('agency', city.agency, { title: 'General Office', duties: '<p>Work</p>', site: city.site })).path,
  ).toBe('/en/jigou/bgs/');
  const translated = await english('article', documentId, {
    title: 'Three new bus lines',
    body: '<p>Text</p>',
    column: city.news,
    agency: city.agency,
  });
  expect(translated.path).toBe(`/en${path}`);

  await articles().unpublish({ documentId, locale: 'en' });
  const replica = new Replica().read(await exportLines(cms));
  expect(replica.addresses.get(`/en${path}`)).toMatchObject({ state: 'withdrawn' });
  expect(replica.find('article', documentId)?.data.path).toBe(path);
});

test('both locales published at once share one identifier', async () => {
  const { documentId } = await articles().create({ data: article() });
  await articles().update({
    documentId,
    locale: 'en',
    data: { title: 'Bus lines', body: '<p>Text</p>', column: city.news, agency: city.agency },
  });
  const { entries } = await articles().publish({ documentId, locale: '*' });
  expect(new Set(entries.map(({ publicId }) => publicId)).size).toBe(1);
  expect(new Set(entries.map(({ path }) => path!.replace(/^\/en/, ''))).size).toBe(1);
});
