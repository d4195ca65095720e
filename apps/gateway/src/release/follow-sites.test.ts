import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ReleaseMaker } from '../../tests/release-maker.ts';
import { SITE, startGateway, until, type TestGateway } from '../../tests/start-gateway.ts';
import { page } from '../../tests/stand-in-renderer.ts';

let dataDir: string;
let city: ReleaseMaker;
let district: ReleaseMaker;
let site: TestGateway;

const CHINESE = 'xn--dkru8xvkfm3bu6k.xn--zfr164b';
const named = (name: string) => ({
  ...SITE,
  '/': page(name, `<h1>${name}</h1>`),
});
const get = (host: string, path = '/') => site.get(path, { host });

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mc-sites-'));
  city = new ReleaseMaker(dataDir, { key: 'main', id: 'city', hosts: ['www.wangchuan.example'], sisters: ['www.wangjiang.example'] });
  district = city.another({ key: 'wangjiang', id: 'district', hosts: ['www.wangjiang.example', CHINESE] });
  city.release({ content: named('望川') });
  district.release({ content: named('望江') });
  site = await startGateway({ dataDir, maker: city, pollEvery: 20 });
});
afterEach(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('one gateway for several sites', () => {
  test.each([
    ['www.wangchuan.example', '望川'],
    ['www.wangjiang.example', '望江'],
    ['WWW.WangJiang.Example:8080', '望江'],
    [CHINESE, '望江'],
    ['wangjiang.localhost:8080', '望江'],
    ['localhost', '望川'],
    ['127.0.0.1', '望川'],
    ['nobody.example', '望川'],
  ])('answers for %s from %s', async (host, name) => {
    expect((await get(host)).text).toContain(`<h1>${name}</h1>`);
  });

  test('leads from the twin of a name to the name', async () => {
    const { status, headers } = await get('wangjiang.example', '/a%20b/?q=%E4%B8%AD');
    expect([status, headers.location]).toEqual([301, 'http://www.wangjiang.example/a%20b/?q=%E4%B8%AD']);
  });

  test('knows of each site what only that site says', async () => {
    district.release({ content: { '/external-links.json': { body: '["https://shop.example/"]', type: 'application/json' } } });
    const ask = async (host: string) => (await get(host, '/link/?to=https%3A%2F%2Fshop.example%2F')).status;
    await until(async () => (await ask('www.wangjiang.example')) === 200);
    expect(await ask('www.wangchuan.example')).toBe(404);
  });

  test('lets the search of each ask its sisters, and no other page of it', async () => {
    const script = { body: '1', type: 'text/javascript; charset=utf-8', immutable: true };
    city.release({ content: { ...named('望川'), '/search/': page('搜索', ''), '/_astro/worker-a1.js': script, '/_astro/page-a1.js': script } });
    await until(async () => (await get('localhost', '/search/')).status === 200);
    const headersAt = async (path: string, host = 'www.wangchuan.example') => (await get(host, path)).headers;
    const connectAt = async (path: string, host?: string) => /connect-src ([^;]*)/.exec(String((await headersAt(path, host))['content-security-policy']))?.[1];
    for (const path of ['/search/', '/elder/search/', '/hant/search/', '/_astro/worker-a1.js']) expect(await connectAt(path), path).toBe("'self' www.wangjiang.example");
    expect(await connectAt('/search/', 'localhost:8080'), 'on this machine').toBe("'self' wangjiang.localhost:8080");
    expect(await connectAt('/')).toBe("'self'");
    expect(await connectAt('/_astro/page-a1.js')).toBeUndefined();
    expect((await headersAt('/_astro/worker-a1.js'))['cache-control'], 'its policy changes with the sites').toBe('no-cache');
    expect((await headersAt('/_astro/page-a1.js'))['cache-control']).toContain('immutable');
  });

  test('lets everyone read what is searched in, and nothing else', async () => {
    const json = { body: '{}', type: 'application/json; charset=utf-8' };
    district.release({ content: { ...named('望江'), '/search/': page('搜索', ''), '/search/index/search.json': json, '/search/words.json': json, '/search/suggestions.json': json } });
    await until(async () => (await get('www.wangjiang.example', '/search/words.json')).status === 200);
    const allowedAt = async (path: string) => (await get('www.wangjiang.example', path)).headers['access-control-allow-origin'];
    for (const path of ['/search/index/search.json', '/search/words.json', '/hant/search/index/search.json']) expect(await allowedAt(path), path).toBe('*');
    for (const path of ['/', '/search/', '/search/suggestions.json']) expect(await allowedAt(path), path).toBeUndefined();
  });

  test('takes up a new release of one, a new site, and lets go of a removed one', async () => {
    district.release({ content: { '/': page('二', '望江二') } });
    await until(async () => (await get('www.wangjiang.example')).text.includes('望江二'));
    expect((await get('www.wangchuan.example')).text).toContain('望川');
    city.another({ key: 'river', id: 'river', hosts: ['river.example'] }).release({ content: named('江') });
    await until(async () => (await get('river.example')).text.includes('<h1>江</h1>'));
    expect((await site.get('/metrics')).text).toContain('mingchuang_sites 3');
    rmSync(join(dataDir, 'sites/river'), { recursive: true });
    await until(async () => (await get('river.example')).text.includes('望川'));
  });

  test('refuses the release of one site in the folder of another', async () => {
    const whole = district.make({ content: named('望江'), whole: true });
    for (const end of ['json', 'sig']) cpSync(join(dataDir, `sites/wangjiang/releases/${whole.id}.${end}`), join(dataDir, `releases/${whole.id}.${end}`));
    city.switchTo(whole.id);
    await until(() => site.lines.some((line) => line.includes('is a release of another site')));
    expect((await get('localhost')).text).toContain('望川');
  });
});
