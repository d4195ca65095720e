import type { FileRef } from '@mingchuang/content/entry';
import type { FeedLine } from '@mingchuang/content/feed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { documents, exportLines, seedCity, startCms, type TestCms } from './cms.ts';
import { addFile } from './files.ts';

type EntryLine = Extract<FeedLine, { kind: 'entry' }>;

let cms: TestCms;
let city: Awaited<ReturnType<typeof seedCity>>;
beforeAll(async () => {
  cms = await startCms();
  city = await seedCity(cms);
});
afterAll(() => cms.stop());

const read = (name: string, documentId: string, locale = 'zh-Hans') => cms.feed.draft({ uid: `api::${name}.${name}`, documentId, locale });
const published = async (documentId: string, locale = 'zh-Hans') =>
  (await exportLines(cms)).find((line) => line.kind === 'entry' && line.documentId === documentId && line.locale === locale) as EntryLine;
/** What is decided by the moment of publication, and the hash that the feed does not carry. */
const settled = ({ version: _, data, ...line }: EntryLine) => {
  const { firstPublishedAt: __, ...rest } = data;
  return JSON.parse(JSON.stringify({ ...line, data: rest }, (key, value: unknown) => (key === 'hash' ? undefined : value))) as unknown;
};
const article = (more: object = {}) => ({ title: '步道开放', column: city.news, agency: city.agency, body: '<p>正文</p>', ...more });
const policy = (more: object = {}) => ({ title: '管理办法', column: city.policies, agency: city.agency, issuer: '市政府', validity: 'effective', body: '<p>正文</p>', ...more });
const create = async (name: string, data: object) => (await documents(cms, name).create({ data })).documentId;

describe('a draft read as the feed would carry it', () => {
  test('is what publication gives: address, dates, relations and files', async () => {
    const file = await addFile(cms, 'tu.png');
    const documentId = await create('article', article({ cover: file.id, audiences: ['elderly'], alsoIn: [city.policies], body: `<p>甲</p><img src="media:${file.documentId}" alt="图">` }));
    const [own, ...others] = (await read('article', documentId))!;
    expect(others).toEqual([]);
    expect(own!.data.path).toMatch(/^\/yaowen\/\d{6}\/[a-z0-9]{8}\/$/);
    await documents(cms, 'article').publish({ documentId });
    expect(settled(own!)).toEqual(settled(await published(documentId)));
  });

  test('tells the hash of its files, published or not', async () => {
    const file = await addFile(cms, 'fujian.png');
    const documentId = await create('article', article({ cover: file.id }));
    const [own] = (await read('article', documentId))!;
    expect((own!.data.cover as FileRef).hash).toMatch(/^[0-9a-f]{32}$/);
  });

  test('keeps the address of what is published, and carries what was written since', async () => {
    const documentId = await create('article', article());
    await documents(cms, 'article').publish({ documentId });
    const before = await published(documentId);
    await documents(cms, 'article').update({ documentId, data: { title: '改过' } });
    const [own] = (await read('article', documentId))!;
    expect(own!.data).toMatchObject({ title: '改过', path: before.data.path, firstPublishedAt: before.data.firstPublishedAt });
  });

  test('brings along the documents that will show it from their side', async () => {
    const document = await create('policy-document', policy());
    await documents(cms, 'policy-document').publish({ documentId: document });
    const reading = await create('interpretation', { title: '一图读懂', form: 'picture', column: city.policies, agency: city.agency, body: '<p>解读</p>', documents: [document] });
    const lines = (await read('interpretation', reading))!;
    expect(lines.map(({ type, documentId }) => `${type} ${documentId}`)).toEqual([`interpretation ${reading}`, `policy-document ${document}`]);
    await documents(cms, 'interpretation').publish({ documentId: reading });
    expect(settled(lines[0]!)).toEqual(settled(await published(reading)));
    expect(settled(lines[1]!)).toEqual(settled(await published(document)));
  });

  test('leaves nothing behind: no address, no relation, no change', async () => {
    const documentId = await create('article', article());
    const state = async () => {
      const rows = (table: string) => cms.strapi.db.connection(table).orderBy(1) as Promise<object[]>;
      return JSON.stringify([await cms.feed.head(), await rows('feed_addresses'), await rows('feed_references'), await rows('feed_files'), await documents(cms, 'article').findOne({ documentId })]);
    };
    const before = await state();
    await read('article', documentId);
    expect(await state()).toBe(before);
  });

  test('says what its address lacks', async () => {
    const documentId = await create('article', { title: '没有栏目', agency: city.agency });
    await expect(read('article', documentId)).rejects.toThrow('还没有选“栏目”');
  });

  test('is nothing where there is no such document or language', async () => {
    const documentId = await create('article', article());
    expect(await read('article', documentId, 'en')).toBeUndefined();
    expect(await read('article', 'nothing000000000000000000')).toBeUndefined();
  });
});
