import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';

import { SITE, startGateway, until, type TestGateway } from '../../tests/start-gateway.ts';
import { page, shownProps } from '../../tests/stand-in-renderer.ts';

const LINKED = 'https://partner.example/a?b=1&c=2';
const alert = { id: 'a1', title: '寒潮蓝色预警', level: 'blue', message: '注意保暖', url: '/news/cold/', startsAt: '2026-11-09T03:00:00Z', endsAt: '2026-11-09T05:00:00Z' };
const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json; charset=utf-8' });

let site: TestGateway;
beforeAll(async () => {
  site = await startGateway();
  site.maker.release({
    content: {
      ...SITE,
      '/news/cold/': page('寒潮', '<p>data-mode="standard" 在正文里</p>'),
      '/news/hair/': page('头发', '<p title="发现">理发，发现</p><textarea>头发</textarea>'),
      '/en/404/': { body: page('Not found', '<a href="../">Home page</a>'), status: 404 },
      '/old/': { location: '/news/hair/' },
      '/gone/': { body: page('已撤下', '410'), status: 410 },
      '/_astro/site.css': { body: 'a{}', type: 'text/css', immutable: true },
      '/alerts.json': json([alert]),
      '/external-links.json': json([LINKED, 'javascript:alert(1)']),
    },
  });
  await site.gateway.follower.check();
});
afterAll(() => site.stop());

describe('the elderly address', () => {
  test('is the page with its one marker replaced, under an ETag of its own', async () => {
    const [standard, elderly] = await Promise.all([site.get('/news/cold/'), site.get('/elder/news/cold/')]);
    expect(elderly.text).toBe(standard.text.replace('data-mode="standard"', 'data-mode="elderly"'));
    expect(elderly.headers.etag).not.toBe(standard.headers.etag);
    expect(elderly.headers['content-security-policy']).toBe(standard.headers['content-security-policy']);
  });

  test('is compressed, and answers 304 to its own copy', async () => {
    const { body, headers } = await site.get('/elder/', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(body).toString()).toBe((SITE['/'] as string).replace('standard', 'elderly'));
    expect((await site.get('/elder/', { 'accept-encoding': 'br', 'if-none-match': headers.etag! })).status).toBe(304);
  });

  test('works for what is withdrawn, what is not there and what is no page', async () => {
    expect(await site.get('/elder/gone/')).toMatchObject({ status: 410, text: expect.stringContaining('data-mode="elderly"') });
    const missing = await site.get('/elder/nothing/at/all/');
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('data-mode="elderly"');
    expect(missing.text).toContain('<a href="/elder/">home</a><a href="/elder/search/">');
    expect(await site.get('/elder/_astro/site.css')).toMatchObject({ status: 200, text: 'a{}' });
  });

  test('works for pages drawn here', async () => {
    const { text } = await site.get('/elder/letters/track/?number=20261109-ABCDEF');
    expect(text).toContain('data-mode="elderly"');
    expect(shownProps(text)).toMatchObject({ template: 'TrackForm', values: { number: '20261109-ABCDEF' } });
  });
});

describe('what is not there in English', () => {
  test('is said in English, with links that hold, in the mode of the visitor', async () => {
    const missing = await site.get('/elder/en/nothing/at/all/');
    expect(missing).toMatchObject({ status: 404, text: expect.stringContaining('<a href="/elder/en/">Home page</a>') });
    expect((await site.get('/nothing/')).text).not.toContain('Home page');
  });
});

describe('the page for what is not there', () => {
  test.each(['', '/elder', '/en', '/elder/en', '/hant'])('is the same at its own address under “%s”', async (prefix) => {
    const [own, other] = await Promise.all([site.get(`${prefix}/404/`), site.get(`${prefix}/nothing/`)]);
    expect(own).toMatchObject({ status: 404, text: other.text });
  });
});

describe('the address in 繁體', () => {
  test('is the page in Traditional characters, under an ETag of its own', async () => {
    const [standard, traditional] = await Promise.all([site.get('/news/hair/'), site.get('/hant/news/hair/')]);
    expect(traditional.text).toContain('<html lang="zh-Hant" data-mode="standard">');
    expect(traditional.text).toContain('<title>頭髮</title>');
    expect(traditional.text).toContain('<p title="發現">理髮，發現</p><textarea>头发</textarea>');
    expect(traditional.headers.etag).not.toBe(standard.headers.etag);
    expect(traditional.headers['content-security-policy']).toBe(standard.headers['content-security-policy']);
    expect((await site.get('/hant/news/hair/', { 'if-none-match': traditional.headers.etag! })).status).toBe(304);
  });

  test('goes with the elderly mode, in one order', async () => {
    const both = await site.get('/elder/hant/news/hair/');
    expect(both.text).toContain('<html lang="zh-Hant" data-mode="elderly">');
    expect(both.text).toContain('理髮');
    expect(await site.get('/hant/elder/news/hair/')).toMatchObject({ status: 301, headers: { location: '/elder/hant/news/hair/' } });
  });

  test('works for what is withdrawn, what is not there, what is drawn here and what is no page', async () => {
    expect(await site.get('/hant/gone/')).toMatchObject({ status: 410, text: expect.stringContaining('lang="zh-Hant"') });
    const missing = await site.get('/elder/hant/nothing/at/all/');
    expect(missing).toMatchObject({ status: 404, text: expect.stringContaining('<a href="/elder/hant/">home</a><a href="/elder/hant/search/">') });
    const { text } = await site.get('/hant/letters/track/?number=20261109-ABCDEF');
    expect(text).toContain('lang="zh-Hant"');
    expect(await site.get('/hant/_astro/site.css')).toMatchObject({ status: 200, text: 'a{}' });
    expect(await site.get('/hant/old/')).toMatchObject({ status: 301, headers: { location: '/hant/news/hair/' } });
  });
});

describe('an alert', () => {
  test('is in every page from its first to its last moment, and the ETag follows', async () => {
    const before = await site.get('/');
    expect(before.text).toContain('<!--alerts-->');

    site.clock.now = Date.parse(alert.startsAt);
    const during = await site.get('/');
    expect(during.text).toContain('<a class="alert" href="/news/cold/">寒潮蓝色预警</a>');
    expect(during.headers.etag).not.toBe(before.headers.etag);
    expect((await site.get('/', { 'if-none-match': before.headers.etag! })).status).toBe(200);
    expect((await site.get('/', { 'if-none-match': during.headers.etag! })).status).toBe(304);
    expect((await site.get('/nothing/')).text).toContain('class="alert"');
    expect((await site.get('/letters/track/?number=1')).text).toContain('class="alert"');
    expect((await site.get('/elder/news/cold/')).text).toContain('href="/elder/news/cold/">寒潮');
    expect((await site.get('/hant/news/cold/')).text).toContain('href="/hant/news/cold/">寒潮藍色預警');
    expect((await site.get('/en/nothing/')).text).toContain('>Alert: 寒潮蓝色预警');
    expect((await site.get('/')).text).toBe(during.text);
    expect((await site.get('/_astro/site.css')).text).toBe('a{}');

    site.clock.now = Date.parse(alert.endsAt);
    const after = await site.get('/');
    expect(after.headers.etag).toBe(before.headers.etag);
    expect(after.text).toBe(before.text);
  });

  test('appears with the release that brings it', async () => {
    site.clock.now = Date.parse('2026-11-09T06:00:00Z');
    site.maker.release({ content: { '/alerts.json': json([{ ...alert, id: 'a2', title: '暴雨红色预警', level: 'red', endsAt: '2026-11-10T00:00:00Z' }]) } });
    await until(async () => (await site.get('/')).text.includes('暴雨红色预警'));
    site.maker.release({ content: { '/alerts.json': json([]) } });
    await until(async () => !(await site.get('/')).text.includes('暴雨红色预警'));
  });
});

describe('the notice on leaving the site', () => {
  test('names an address the site links to', async () => {
    const answer = await site.get(`/link/?to=${encodeURIComponent(LINKED)}`);
    expect(answer.status).toBe(200);
    expect(shownProps(answer.text)).toEqual({ template: 'ExternalLink', url: LINKED });
  });

  test.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '', `${LINKED}#x`])('is not shown for %s', async (url) => {
    const answer = await site.get(`/link/?to=${encodeURIComponent(url)}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.text).not.toContain('evil');
  });
});
