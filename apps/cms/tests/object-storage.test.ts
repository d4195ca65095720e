import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import S3rver from '@20minutes/s3rver';
import { fetchMedia } from '@mingchuang/content';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { bootCms, FEED_TOKEN, type RunningCms, type Session, signIn } from './boot';

const BUCKET = 'wangchuan-media';
/** The one account the local server knows. */
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

let server: S3rver;
let folder: string;
let cms: RunningCms;
let admin: Session;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 's3-'));
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: BUCKET, configs: [] }] });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  Object.assign(process.env, { S3_BUCKET: BUCKET, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: KEYS.accessKeyId, S3_SECRET_ACCESS_KEY: KEYS.secretAccessKey });
  cms = await bootCms();
  admin = await signIn(cms, 'admin@example.cn');
});
afterAll(async () => {
  await cms?.stop();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What lies in the bucket, as its server stores it. */
const keys = () =>
  readdirSync(join(folder, BUCKET))
    .filter((name) => name.endsWith('._S3rver_object'))
    .map((name) => name.replace('._S3rver_object', ''))
    .sort();
const photo = (background: string) => sharp({ create: { width: 600, height: 400, channels: 3, background } }).jpeg().toBuffer();
const send = async (path: string, name: string, content: Buffer) => {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(content)], { type: 'image/jpeg' }), name);
  const { status, body } = await admin.call('POST', path, form);
  if (status >= 300) throw new Error(JSON.stringify(body));
  return (Array.isArray(body) ? body[0] : body) as { id: number; documentId: string; url: string };
};
const asPublisher = async (id: string) => Buffer.from(await (await fetchMedia({ url: cms.address, token: FEED_TOKEN }, id)).arrayBuffer());
const asEditor = (url: string, cookie = admin.cookies) => fetch(`${cms.address}${url}`, { headers: { cookie } });
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a file lives in the bucket alone: shown to editors, given to the publisher once it is published, replaced and deleted there', async () => {
  const file = await send('/upload', '大桥.jpg', await photo('#c8102e'));
  const key = file.url.slice('/uploads/'.length);
  expect(file.url).toMatch(/^\/uploads\/[0-9a-f]{32}\.jpg$/);
  expect(keys()).toEqual([key, `thumbnail_${key}`].sort());
  const onDisk = join(process.env.DATA_DIR!, 'uploads');
  expect(existsSync(onDisk) ? readdirSync(onDisk) : []).toEqual([]);

  const shown = await asEditor(file.url);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const bytes = new Uint8Array(await shown.arrayBuffer());
  expect((await asEditor(file.url, '')).status).toBe(404);
  expect((await asEditor('/uploads/no.jpg')).status).toBe(404);
  await expect(asPublisher(file.documentId), 'of a draft').rejects.toThrow('404');

  await publishWith(file.id);
  expect(hash(await asPublisher(file.documentId))).toBe(hash(bytes));

  const replaced = await send(`/upload?id=${file.id}`, '新桥.jpg', await photo('#14508c'));
  expect([replaced.url, keys()]).toEqual([file.url, [key, `thumbnail_${key}`].sort()]);
  const after = await asPublisher(file.documentId);
  expect(hash(after)).not.toBe(hash(bytes));
  expect(hash(new Uint8Array(await (await asEditor(file.url)).arrayBuffer()))).toBe(hash(after));

  expect((await admin.call('DELETE', `/upload/files/${file.id}`)).status).toBe(200);
  expect(keys()).toEqual([]);
  await expect(asPublisher(file.documentId)).rejects.toThrow('404');
});

test('a large file goes through as a stream, byte for byte', async () => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(12 * 1024 * 1024, 'a'), Buffer.from('\n%%EOF\n')]);
  const file = await send('/upload', '规划.pdf', content);
  expect(hash(new Uint8Array(await (await asEditor(file.url)).arrayBuffer()))).toBe(hash(content));
});

test('a bucket that cannot be used stops the start with words that help', async () => {
  const { checkObjectStorage } = await import('../src/uploads/object-storage');
  const settings = { bucket: 'elsewhere', endpoint: process.env.S3_ENDPOINT, region: 'us-east-1', ...KEYS };
  await expect(checkObjectStorage(settings)).rejects.toThrow('对象存储里的“elsewhere”打不开。请检查 S3_ENDPOINT、S3_BUCKET');
});

async function publishWith(cover: number): Promise<void> {
  const add = async (uid: string, data: object) => {
    const documents = cms.strapi.documents(uid as never) as unknown as { create(p: object): Promise<{ documentId: string }>; publish(p: object): Promise<unknown> };
    const { documentId } = await documents.create({ data, locale: 'zh-Hans' });
    await documents.publish({ documentId, locale: 'zh-Hans' });
    return documentId;
  };
  const site = await add('api::site.site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办', hotline: '12345', theme: 'blue' });
  const agency = await add('api::agency.agency', { title: '住建局', code: 'zjj', site, duties: '<p>住房</p>' });
  const column = await add('api::column.column', { title: '要闻', slug: 'yaowen', site, kind: 'articles', columnType: 'news', updateClass: 'dynamic', description: '要闻', keywords: '要闻' });
  await add('api::article.article', { title: '大桥通车', body: '<p>正文</p>', column, agency, cover });
}
