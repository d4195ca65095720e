import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { documents, seedCity, startCms, type TestCms } from './cms.ts';
import { addFile, replaceFile, type TestFile } from './files.ts';

const FILE = 'plugin::upload.file';

let cms: TestCms;
let city: Awaited<ReturnType<typeof seedCity>>;
let token: string;

beforeAll(async () => {
  cms = await startCms();
  city = await seedCity(cms);
  const tokens = cms.strapi.service('admin::api-token') as unknown as { create(data: object): Promise<{ accessKey: string }> };
  ({ accessKey: token } = await tokens.create({ name: '发布', description: '', type: 'custom', lifespan: null, permissions: ['plugin::feed.feed.media'] }));
});
afterAll(() => cms?.stop());

const ask = (path: string) => fetch(cms.url + path, { headers: { authorization: `Bearer ${token}` } });
const statusOf = async ({ documentId }: TestFile) => (await ask(`/api/feed/media/${documentId}`)).status;
const write = (data: object) => documents(cms, 'article').create({ data: { title: '新闻', column: city.news, agency: city.agency, body: '<p>正文</p>', ...data } });
const publish = ({ documentId }: { documentId: string }) => documents(cms, 'article').publish({ documentId });

describe('a file', () => {
  test('is public exactly as long as a published document shows it', async () => {
    const [first, second] = [await addFile(cms, '旧.png'), await addFile(cms, '新.png')];
    const article = await write({ cover: first.id });
    expect(await statusOf(first), 'of a draft').toBe(404);
    await publish(article);
    expect(await statusOf(first)).toBe(200);

    await documents(cms, 'article').update({ documentId: article.documentId, data: { cover: second.id } });
    expect([await statusOf(first), await statusOf(second)], 'while the new picture is in the draft only').toEqual([200, 404]);
    await publish(article);
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);

    await documents(cms, 'article').unpublish({ documentId: article.documentId });
    expect(await statusOf(second), 'of a withdrawn document').toBe(404);
  });

  test('is given out byte for byte, with its type and length', async () => {
    const file = await addFile(cms, '路线图.png');
    await publish(await write({ cover: file.id }));
    const response = await ask(`/api/feed/media/${file.documentId}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.headers.get('content-type'), Number(response.headers.get('content-length'))]).toEqual(['image/png', bytes.length]);
    expect(bytes.equals(readFileSync(path.join(cms.dataDir, file.url)))).toBe(true);
  });

  test('named in the text of a draft is not public either', async () => {
    const file = await addFile(cms, '插图.png');
    const article = await write({ body: `<figure><img src="media:${file.documentId}" alt="图"></figure>` });
    expect(await statusOf(file)).toBe(404);
    await publish(article);
    expect(await statusOf(file)).toBe(200);
  });

  test('cannot be had by its number, its stored name or its address, published or not', async () => {
    const file = await addFile(cms, '封面.png');
    await publish(await write({ cover: file.id }));
    const stored = file.url.split('/').at(-1)!;
    const guesses = [`/api/feed/media/${file.id}`, `/api/feed/media/${stored}`, `/api/feed/media/..%2f..${file.url}`, file.url, `/api${file.url}`, `/api/upload/files/${file.id}`];
    for (const guess of guesses) expect([403, 404], guess).toContain((await ask(guess)).status);
  });
});

test('a file is written with the change of its documents, or not at all', async () => {
  const file = await addFile(cms, '封面.png');
  await publish(await write({ cover: file.id }));
  const row = () => cms.strapi.db.query(FILE).findOne({ where: { id: file.id } }) as Promise<{ name: string; updatedAt: string }>;
  const [before, head] = [await row(), await cms.feed.head()];
  const forget = cms.strapi.db.lifecycles.subscribe({
    models: [FILE],
    afterUpdate() {
      throw new Error('the disk is full');
    },
  });
  await expect(replaceFile(cms, file)).rejects.toThrow('the disk is full');
  forget();
  expect(await row()).toEqual(before);
  expect(await cms.feed.head()).toEqual(head);

  await replaceFile(cms, file);
  expect((await row()).name).not.toBe(before.name);
  expect((await cms.feed.head()).sequence).toBeGreaterThan(head.sequence);
});
