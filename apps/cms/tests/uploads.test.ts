import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { zip } from '../demo/files/zip.mjs';
import { ensureUser } from '../src/provisioning/ensure-user';
import { bootCms, type RunningCms, type Session, signIn } from './boot';

interface Stored {
  id: number;
  documentId: string;
  name: string;
  url: string;
  ext: string;
  mime: string;
  size: number;
  width: number;
  height: number;
}

let cms: RunningCms;
let author: Session;
let folder: string;
const DEMO = resolve(import.meta.dirname, '../demo/files');
const DOCX = readFileSync(join(DEMO, '公共租赁住房申请表（空表）.docx'));

beforeAll(async () => {
  cms = await bootCms();
  folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  await ensureUser(cms.strapi, { email: 'site@example.cn', name: '站', password: process.env.ADMIN_PASSWORD!, role: 'site-administrator' });
  author = await signIn(cms, 'site@example.cn');
});
afterAll(async () => {
  await cms?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const form = (name: string, content: Buffer | string, info?: object) => {
  const data = new FormData();
  data.append('files', new Blob([new Uint8Array(Buffer.from(content as Buffer))], { type: 'application/octet-stream' }), name);
  if (info) data.append('fileInfo', JSON.stringify(info));
  return data;
};
const send = (name: string, content: Buffer | string, info?: object) => author.call('POST', '/upload', form(name, content, info));
const accept = async (name: string, content: Buffer | string, info?: object): Promise<Stored> => {
  const { status, body } = await send(name, content, info);
  expect([status, body.error?.message]).toEqual([201, undefined]);
  return body[0] as Stored;
};
const bytesOf = async ({ url }: Stored) => Buffer.from(await (await fetch(`${cms.address}${url}`, { headers: { cookie: author.cookies } })).arrayBuffer());
const colour = { create: { width: 40, height: 20, channels: 3 as const, background: '#c8102e' } };
const photo = () =>
  sharp(colour)
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '39/1 54/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('a picture', () => {
  test('is stored upright and without what the camera noted', async () => {
    const original = await photo();
    const before = await sharp(original).metadata();
    expect([before.orientation, before.exif?.includes('SecretCamera')]).toEqual([6, true]);
    const stored = await accept('现场.jpg', original);
    expect(stored).toMatchObject({ name: '现场.jpg', mime: 'image/jpeg', width: 20, height: 40 });
    const bytes = await bytesOf(stored);
    const { orientation, exif, icc, xmp } = await sharp(bytes).metadata();
    expect([orientation, exif, icc, xmp]).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.includes('SecretCamera')).toBe(false);
  });

  test('loses what is hidden behind its pixels', async () => {
    const png = await sharp(colour).png().toBuffer();
    const stored = await accept('图.png', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]));
    expect((await bytesOf(stored)).includes('<script>')).toBe(false);
  });

  test.each(['png', 'webp', 'gif'] as const)('may be a %s', async (format) => {
    const stored = await accept(`图.${format}`, await sharp(colour).toFormat(format).toBuffer());
    expect(stored).toMatchObject({ mime: `image/${format}`, width: 40, height: 20 });
    expect((await sharp(await bytesOf(stored)).metadata()).width).toBe(40);
  });

  test('keeps the frames of an animation', async () => {
    const frames = await sharp({ create: { width: 10, height: 30, channels: 3, background: '#fff', pageHeight: 10 } }).composite([{ input: { create: { width: 10, height: 10, channels: 3, background: '#000' } }, top: 10, left: 0 }]).gif().toBuffer();
    const stored = await accept('动图.gif', frames);
    expect((await sharp(await bytesOf(stored)).metadata()).pages).toBeGreaterThan(1);
  });

  /** A PNG of a few bytes that claims more pixels than memory holds. */
  const bomb = async () => {
    const bytes = await sharp(colour).png().toBuffer();
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    const { crc32 } = await import('node:zlib');
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    return bytes;
  };

  test.each([
    ['claims absurd dimensions', bomb, /“图\.png”不能上传：图片有 60000×60000 像素，太大。请缩小到/],
    ['is cut off', async () => (await sharp({ ...colour, create: { ...colour.create, width: 400, height: 400, noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).png().toBuffer()).subarray(0, 5000), /“图\.png”不能上传：图片已损坏/],
    ['has the name of another format', photo, /“图\.png”不能上传：它其实是 \.jpg 图片，请把扩展名改成 \.jpg 再上传/],
    ['is empty', async () => Buffer.alloc(0), /“图\.png”不能上传：文件是空的|Files are empty/],
  ])('that %s is refused', async (_name, make, message) => {
    const { status, body } = await send('图.png', await make());
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });
});

describe('a document', () => {
  test.each([
    ['申请表.docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['通知.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'), 'application/pdf'],
    ['附件.zip', zip([['说明.txt', '见附件']]), 'application/zip'],
    ['旧表.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048), Buffer.from('WordDocument', 'utf16le'), Buffer.alloc(512)]), 'application/msword'],
  ])('is taken by its content: %s', async (name, content, mime) => {
    const stored = await accept(name, content);
    expect(stored).toMatchObject({ name, mime });
    expect((await bytesOf(stored)).equals(content)).toBe(true);
  });

  test.each([
    ['含宏.docx', zip([['[Content_Types].xml', 'x'], ['word/document.xml', 'x'], ['word/vbaProject.bin', 'x']]), '文档里有宏'],
    ['含宏.docm', DOCX, '含有宏'],
    ['含宏.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(65_536 - 20), Buffer.from('Workbook _VBA_PROJECT_CUR', 'utf16le')]), '文档里有宏'],
    ['安装包.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]), '内容不是这种文档'],
    ['改名.docx', zip([['a.txt', 'x']]), '内容不是这种文档'],
    ['工具.zip', zip([['报名/setup.exe', 'MZ']]), '里面有程序文件“setup.exe”'],
    ['半个.zip', DOCX.subarray(0, -200), '压缩包不完整'],
    ['半个.pdf', '%PDF-1.7\n1 0 obj', 'PDF 文件不完整'],
    ['藏着.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64), Buffer.from('%PDF-1.7\n%%EOF')]), '内容不是 .pdf 文件'],
    ['标志.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', '请导出为 PNG'],
  ])('is refused: %s', async (name, content, reason) => {
    const { status, body } = await send(name, content as Buffer);
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining(`“${name}”不能上传：`)]);
    expect(body.error.message).toContain(reason);
  });
});

describe('text', () => {
  test('of a Chinese office computer becomes UTF-8 that spreadsheets read', async () => {
    const gbk = Buffer.from('c7f8cfd82cc8cbbfda0d0a', 'hex'); // 区县,人口
    const stored = await accept('人口.csv', gbk);
    expect(stored.mime).toBe('text/csv');
    expect((await bytesOf(stored)).toString()).toBe('\ufeff区县,人口\r\n');
  });

  test('in UTF-8 stays as it is', async () => {
    expect((await bytesOf(await accept('说明.txt', '第一行\n'))).toString()).toBe('第一行\n');
  });

  test('that is none is refused', async () => {
    const { status, body } = await send('数据.csv', Buffer.from([0x61, 0xff, 0xff, 0x01, 0x62]));
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining('“数据.csv”不能上传：内容不是纯文本')]);
  });
});

describe('the name of a file', () => {
  test('stays readable and long, and the stored one tells nothing', async () => {
    const name = `${'关于进一步做好城镇老旧小区加装电梯工作的若干意见'.repeat(4)}.txt`;
    const stored = await accept(name, '全文');
    expect(stored.name).toBe(name);
    expect(stored.url).toMatch(/^\/uploads\/[0-9a-f]{32}\.txt$/);
  });

  test('shows no other extension than its own', async () => {
    const stored = await accept('通知\u202Efdp.txt', '全文', { name: '通知\u202Efdp.txt' });
    expect(stored.name).toBe('通知fdp.txt');
  });
});

describe('every way in', () => {
  const service = () =>
    cms.strapi.plugin('upload').service('upload') as unknown as {
      upload(request: object): Promise<Stored[]>;
      replace(id: number, request: object): Promise<Stored>;
    };
  const fileOf = (name: string, content: Buffer | string) => {
    const filepath = join(folder, `f${Math.random()}`);
    writeFileSync(filepath, content);
    return { filepath, originalFilename: name, mimetype: 'image/png', size: Buffer.byteLength(content) };
  };
  const PAGE = '<html><script>x</script></html>';
  const count = () => cms.strapi.db.query('plugin::upload.file').count({});

  test('the service the importer uses refuses a page named .png, and stores none of its companions', async () => {
    const before = await count();
    const png = await sharp(colour).png().toBuffer();
    await expect(service().upload({ data: {}, files: [fileOf('好.png', png), fileOf('坏.png', PAGE)] })).rejects.toThrow('“坏.png”不能上传');
    expect(await count()).toBe(before);
  });

  test.each(['/upload', '/upload/files', '/api/upload'])('%s refuses it', async (path) => {
    const tokens = cms.strapi.service('admin::api-token') as unknown as { create(data: object): Promise<{ accessKey: string }> };
    const { accessKey } = await tokens.create({ name: `t${path}`, description: '', type: 'full-access', lifespan: null });
    const answer = path.startsWith('/api')
      ? await fetch(`${cms.address}${path}`, { method: 'POST', headers: { authorization: `Bearer ${accessKey}` }, body: form('坏.png', PAGE) }).then(async (response) => ({ status: response.status, body: await response.json() }))
      : await author.call('POST', path, form('坏.png', PAGE));
    expect([answer.status, answer.body.error?.message]).toEqual([400, expect.stringContaining('“坏.png”不能上传')]);
  });

  test('replacing refuses a page and another kind, and converts a picture to the format of its address', async () => {
    const stored = await accept('封面.jpg', await photo());
    const replace = (name: string, content: Buffer | string) => author.call('POST', `/upload?id=${stored.id}`, form(name, content));
    expect((await replace('坏.png', PAGE)).status).toBe(400);
    expect((await replace('通知.pdf', '%PDF-1.7\n%%EOF')).body.error.message).toContain('“通知.pdf”不能上传：它不能替换“封面.jpg”');

    const { status, body } = await replace('新的.png', await sharp(colour).png().toBuffer());
    expect(status).toBe(200);
    expect(body).toMatchObject({ url: stored.url, ext: '.jpg', mime: 'image/jpeg', name: '新的.jpg', width: 40 });
    expect((await sharp(await bytesOf(body)).metadata()).format).toBe('jpeg');
  });
});
