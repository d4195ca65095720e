import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, SITE, startGateway, type TestGateway } from '../../tests/start-gateway.ts';
import { page } from '../../tests/stand-in-renderer.ts';

const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const ARTICLE = page('通知', '<p>停水通知</p>'.repeat(200));
const VIDEO = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const LARGE = Buffer.alloc(5 * 1024 * 1024, 'abcdefg');

let site: TestGateway;
beforeAll(async () => {
  site = await startGateway({ trustProxy: ['loopback'] });
  site.maker.release({
    content: {
      ...SITE,
      '/news/202611/ab12cd34/': ARTICLE,
      '/新闻/一/': page('一', '一'),
      '/withdrawn/': { body: page('已撤下', '内容有误'), status: 410 },
      '/old/': { location: '/news/202611/ab12cd34/' },
      '/older/': { location: '/old/' },
      '/loop/a/': { location: '/loop/b/' },
      '/loop/b/': { location: '/loop/a/' },
      '/away/': { location: 'https://www.gov.cn/path/' },
      '/sitemap.xml': { body: '<urlset/>', type: 'application/xml; charset=utf-8' },
      '/_astro/site.abc.css': { body: 'a{color:red}'.repeat(50), type: 'text/css; charset=utf-8', immutable: true },
      '/media/aa/片.mp4': { body: VIDEO, type: 'video/mp4', immutable: true },
      '/media/bb/large.zip': { body: LARGE, type: 'application/zip', immutable: true },
    },
  });
  await site.gateway.follower.check();
});
afterAll(() => site.stop());

describe('a page', () => {
  test('carries the exact security policy and its companions', async () => {
    const { status, headers } = await site.get('/news/202611/ab12cd34/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(CSP);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(self), payment=(), usb=()',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers.server ?? headers['x-powered-by']).toBeUndefined();
  });

  test('is bound to https for visitors who came by https', async () => {
    const { headers } = await site.get('/', { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('is served under its Chinese address', async () => {
    expect((await site.get(encodeURI('/新闻/一/'))).status).toBe(200);
  });

  test('ignores a query string', async () => {
    expect((await site.get('/?utm=1')).text).toBe(SITE['/']);
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const [head, get] = await Promise.all([
      ask(site.port, '/', { method: 'HEAD' }),
      site.get('/'),
    ]);
    expect(head.body).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  });
});

describe('compression', () => {
  const path = '/news/202611/ab12cd34/';

  test('gives the same page in every encoding', async () => {
    const [plain, br, gzip] = await Promise.all([site.get(path), site.get(path, { 'accept-encoding': 'gzip, br' }), site.get(path, { 'accept-encoding': 'gzip' })]);
    expect(plain.text).toBe(ARTICLE);
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(ARTICLE);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(ARTICLE);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(br.headers.vary).toBe('Accept-Encoding');
  });

  test('sends the publisher’s compressed form byte for byte', async () => {
    const body = page('预压缩', 'x'.repeat(5000));
    const { hash } = site.maker.put(body);
    const stored = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 18 } });
    site.maker.putFile(hash, stored, '.br');
    site.maker.release({ content: { '/pre/': body } });
    await site.gateway.follower.check();
    expect((await site.get('/pre/', { 'accept-encoding': 'br' })).body.equals(stored)).toBe(true);
  });

  test('does not send a compressed form that is not what was signed', async () => {
    const body = page('真', 'true');
    const { hash } = site.maker.put(body);
    site.maker.putFile(hash, brotliCompressSync('<h1>defaced</h1>'), '.br');
    site.maker.release({ content: { '/tampered-sibling/': body } });
    await site.gateway.follower.check();
    expect(brotliDecompressSync((await site.get('/tampered-sibling/', { 'accept-encoding': 'br' })).body).toString()).toBe(body);
  });

  test('does not send an object whose bytes were changed on disk', async () => {
    site.maker.release({ content: { '/tampered/': 'as signed' } });
    site.maker.putFile(site.maker.put('as signed').hash, Buffer.from('defaced!!'));
    await site.gateway.follower.check();
    const answer = await site.get('/tampered/');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('defaced');
    expect(site.lines.join('')).toContain('has been changed on disk');
  });
});

describe('caching', () => {
  test('answers 304 to the copy it sent, and to no other', async () => {
    const { headers } = await site.get('/', { 'accept-encoding': 'br' });
    const again = await site.get('/', { 'accept-encoding': 'br', 'if-none-match': `"x", W/${headers.etag!}` });
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject({ etag: headers.etag, vary: 'Accept-Encoding', 'cache-control': 'no-cache' });
    expect((await site.get('/', { 'if-none-match': headers.etag! })).status).toBe(200);
  });

  test('lets immutable files be kept for good', async () => {
    const { headers } = await site.get('/_astro/site.abc.css');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});

describe('ranges', () => {
  const path = encodeURI('/media/aa/片.mp4');

  test.each([
    ['bytes=0-9', 206, VIDEO.subarray(0, 10), 'bytes 0-9/1000'],
    ['bytes=990-', 206, VIDEO.subarray(990), 'bytes 990-999/1000'],
    ['bytes=-5', 206, VIDEO.subarray(995), 'bytes 995-999/1000'],
    ['bytes=1000-', 416, Buffer.alloc(0), 'bytes */1000'],
    ['bytes=0-1,5-6', 200, VIDEO, undefined],
    ['bytes=9-1', 200, VIDEO, undefined],
  ])('%s answers %d', async (range, status, body, contentRange) => {
    const answer = await site.get(path, { range });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(answer.body.equals(body)).toBe(true);
  });

  test('are honoured for a file too large for memory', async () => {
    const whole = await site.get('/media/bb/large.zip');
    expect(whole.body.equals(LARGE)).toBe(true);
    const part = await site.get('/media/bb/large.zip', { range: `bytes=${LARGE.length - 3}-`, 'if-range': whole.headers.etag! });
    expect(part.status).toBe(206);
    expect(part.body.equals(LARGE.subarray(-3))).toBe(true);
  });

  test('are ignored when the file has changed meanwhile', async () => {
    expect((await site.get(path, { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
  });
});

describe('addresses', () => {
  test.each([
    ['/news/202611/ab12cd34', '/news/202611/ab12cd34/'],
    ['//news//202611/ab12cd34/', '/news/202611/ab12cd34/'],
    ['/news/x/../202611/./ab12cd34/?a=1', '/news/202611/ab12cd34/?a=1'],
    ['/news/202611/ab12cd34/index.html', '/news/202611/ab12cd34/'],
    ['/NEWS/202611/AB12CD34/', '/news/202611/ab12cd34/'],
    ['/Sitemap.XML/', '/sitemap.xml'],
    ['/elder', '/elder/'],
    ['/elder/old/', '/elder/news/202611/ab12cd34/'],
    ['/old/', '/news/202611/ab12cd34/'],
    ['/older/', '/news/202611/ab12cd34/'],
    ['/away/', 'https://www.gov.cn/path/'],
    [encodeURI('/新闻/一'), encodeURI('/新闻/一/')],
  ])('%s leads to %s', async (target, location) => {
    const { status, headers } = await site.get(target);
    expect(status).toBe(301);
    expect(headers.location).toBe(location);
  });

  test.each(['/../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '/api/cases', '/admin', '/uploads/x.png', '/nothing/', '/loop/a/', '/link/', '/constructor', '/__proto__/'])(
    '%s is not there',
    async (target) => {
      const answer = await site.get(target);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('<a href="/">home</a><a href="/search/">search</a>');
      expect(answer.headers['content-security-policy']).toBe(CSP);
    },
  );

  test.each(['/%zz', '/%00', '/a%0d%0aset-cookie:x'])('%s is refused', async (target) => {
    const answer = await site.get(target);
    expect(answer.status).toBe(400);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('a withdrawn page says so with 410 and its reason', async () => {
    const answer = await site.get('/withdrawn/');
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('内容有误');
  });

  test.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is not a way to ask', async (method) => {
    const answer = await ask(site.port, '/', { method });
    expect([404, 405]).toContain(answer.status);
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });

  test('a page cannot be posted to', async () => {
    expect((await site.post('/', { a: '1' })).status).toBe(405);
    expect((await site.post('/api/cases', { a: '1' })).status).toBe(404);
  });
});
