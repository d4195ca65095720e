import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { PATHS } from '@mingchuang/content';
import { loadRenderer } from '@mingchuang/renderer';
import { openSearchIndex } from '@mingchuang/search';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { performCommand } from '../commands/perform.ts';
import { anyStep, makeEdit } from '../testing/edits/any-step.ts';
import { readSeed } from '../testing/edits/read-seed.ts';
import { ExampleCity } from '../testing/example-city.ts';
import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const NOW = new Date('2026-11-22T04:00:00Z');

let folder: ReturnType<typeof makeFolder>;
let cms: ExampleCms;
let example: ExamplePublisher;

beforeAll(async () => {
  folder = makeFolder();
  cms = await startExampleCms();
  // No pictures: both show the original where smaller ones cannot be made (apps/portal/tests/identity.test.ts has real ones).
  const city = new ExampleCity(cms, [Buffer.from('no picture'), Buffer.from('nor this')], NOW);
  const renderer = await loadRenderer(join(ROOT, 'apps/portal/dist-renderer'));
  const openSearch = (dir: string) => openSearchIndex({ dir });
  example = openExamplePublisher({ dataDir: join(folder.path, 'publisher'), cms, renderer, openSearch, now: () => NOW });
  await example.publish();
  // What is compared has a past: edits at random, each published by itself.
  const seed = readSeed();
  for (const { edits } of fc.sample(anyStep, { numRuns: 6, seed })) {
    for (const edit of edits) makeEdit(city, edit);
    await example.publish();
  }
  await example.publisher.searchSettled();
}, 300_000);
afterAll(async () => {
  await example?.close();
  await cms?.close();
  folder?.remove();
});

/** Runs the script as the workflow does. */
function publishStatic(settings: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, ['scripts/publish-static.mjs'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH, HOME: process.env.HOME, CMS_URL: cms.url, CMS_TOKEN: cms.token, TODAY: '2026-11-22',
      OUT_DIR: join(folder.path, 'built'), PICTURE_CACHE: join(folder.path, 'pictures'), ...settings,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return new Promise((ended) => child.once('close', (code) => ended({ code, printed })));
}
const deployed = (printed: string) => /已部署：写入 (\d+) 个文件，删除 (\d+) 个/.exec(printed)?.slice(1).map(Number);

describe('publishing the static site', () => {
  test('builds from the CMS and deploys to a folder the pages of the publisher, then only what differs', async () => {
    const target = join(folder.path, 'site');
    const first = await publishStatic({ DEPLOY_TARGET: `folder:${target}` });
    expect(first.code, first.printed).toBe(0);
    expect(deployed(first.printed)![0]).toBeGreaterThan(100);
    expect(first.printed).not.toContain(cms.token);

    const { current, objects, ledger } = example.workshop;
    // A page that must not go live as it is keeps its last good version.
    const blocked = new Set(ledger.runs(1)[0]!.blocked.map(({ path }) => path));
    let compared = 0;
    for (const [path, route] of current!.routes) {
      // The plain build makes its own search index; withdrawn pages need a status only a server can give.
      if (route.status === 301 || route.status === 410 || path.startsWith(PATHS.searchIndex) || blocked.has(path)) continue;
      const file = join(target, path.endsWith('/') ? `${path}index.html` : path);
      expect(existsSync(file), path).toBe(true);
      expect(readFileSync(file).equals(objects.read(route.hash)), `${path} is byte for byte the publisher's`).toBe(true);
      compared++;
    }
    expect(compared).toBeGreaterThan(80);

    writeFileSync(join(target, 'old-page.html'), 'of an earlier deployment');
    const times = statSync(join(target, 'index.html')).mtimeMs;
    writeFileSync(join(target, 'robots.txt'), 'changed by somebody');
    // What is built again is the same, byte for byte, as was just compared: only the deployment is repeated.
    const [{ deploy }, { checkSite }] = [await load<Deployment>('deploy.mjs'), await load<Checking>('check-site.mjs')];
    const built = join(folder.path, 'built');
    expect(await deploy(built, checkSite(built), { target: `folder:${target}` })).toEqual({ written: 1, removed: 1 });
    expect(statSync(join(target, 'index.html')).mtimeMs).toBe(times);
    expect(existsSync(join(target, 'old-page.html'))).toBe(false);
  }, 300_000);
});

describe('deploying the release that is live', () => {
  const run = async () => {
    const { deployRelease } = await load<{ deployRelease(dataDir: string, exportTo: (folder: string) => Promise<number>): Promise<void> }>('deploy-release.mjs');
    await deployRelease(join(folder.path, 'publisher'), async (to) => {
      await performCommand({ verb: 'export', folder: to }, example.workshop, example.publisher);
      return 0;
    });
  };

  test('brings its very bytes to the target, and the next time only what differs', async () => {
    const target = join(folder.path, 'released');
    process.env.DEPLOY_TARGET = `folder:${target}`;
    await run();
    const { current, objects } = example.workshop;
    for (const path of ['/', '/elder/', '/search/index/search.json']) {
      const route = current!.routes.get(path);
      if (route && route.status !== 301) expect(readFileSync(join(target, path.endsWith('/') ? `${path}index.html` : path)).equals(objects.read(route.hash)), path).toBe(true);
    }
    const untouched = statSync(join(target, 'index.html')).mtimeMs;
    rmSync(join(target, 'robots.txt'));
    await run();
    expect(existsSync(join(target, 'robots.txt'))).toBe(true);
    expect(statSync(join(target, 'index.html')).mtimeMs).toBe(untouched);
  });

  test('asks where to', async () => {
    delete process.env.DEPLOY_TARGET;
    await expect(run()).rejects.toThrow('没有设置 DEPLOY_TARGET');
  });
});

interface Deployment {
  deploy(folder: string, site: { pages: number; origin?: string }, settings: object): Promise<{ written: number; removed: number }>;
}
interface Checking {
  checkSite(folder: string): { pages: number; origin?: string };
}
const load = <T>(name: string) => import(join(ROOT, 'scripts/static', name)) as Promise<T>;

describe('deploying', () => {
  const site = () => join(folder.path, 'small');
  const put = (name: string, text: string) => {
    mkdirSync(join(site(), name, '..'), { recursive: true });
    writeFileSync(join(site(), name), text);
  };
  const makeSite = () => {
    rmSync(site(), { recursive: true, force: true });
    for (const name of ['index.html', '404.html', 'elder/index.html', 'search/index.html', 'news/公告/index.html']) put(name, `<!doctype html><html><link href="/_astro/a.css">${name}</html>`);
    for (const name of ['sitemap.xml', 'robots.txt', 'search/index/search.json', 'external-links.json', '_astro/a.css']) put(name, name);
  };

  test.each(['folder', 'rsync', 's3'])('by %s uploads what differs, nothing the second time, and removes what is gone', async (kind) => {
    makeSite();
    const { deploy } = await load<Deployment>('deploy.mjs');
    const { target, storage, close } = await openTarget(kind);
    const run = () => deploy(site(), { pages: 5 }, { target, storage });
    expect(await run()).toEqual({ written: 11, removed: 0 });
    expect(await run()).toEqual({ written: 0, removed: 0 });
    put('news/公告/index.html', '<!doctype html><html>改了</html>');
    rmSync(join(site(), '_astro/a.css'));
    put('_astro/b.css', 'b');
    expect(await run()).toEqual({ written: 2, removed: 1 });
    await expect(deploy(site(), { pages: 2 }, { target, storage })).rejects.toThrow('页面从 5 页变成 2 页');
    expect((await deploy(site(), { pages: 2 }, { target, storage, deployAnyway: true })).removed).toBe(0);
    await close();
  });

  async function openTarget(kind: string): Promise<{ target: string; storage?: object; close(): Promise<void> }> {
    if (kind !== 's3') return { target: `${kind}:${join(folder.path, `by-${kind}`)}`, close: async () => undefined };
    const S3rver = createRequire(join(ROOT, 'apps/cms/package.json'))('@20minutes/s3rver') as new (options: object) => { run(): Promise<{ port: number }>; close(): Promise<void> };
    const directory = join(folder.path, 'storage');
    mkdirSync(directory);
    // It signs queries differently from Amazon; that keys are asked for and used is the storage's own business.
    const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, allowMismatchedSignatures: true, configureBuckets: [{ name: 'portal', configs: [] }] });
    const { port } = await server.run();
    const storage = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
    return { target: 's3://portal/www', storage, close: () => server.close() };
  }

  test.each(['folder', 'rsync'])('by %s refuses a place that holds something else', async (kind) => {
    makeSite();
    const { deploy } = await load<Deployment>('deploy.mjs');
    const place = join(folder.path, `foreign-${kind}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'letter.txt'), 'not ours');
    await expect(deploy(site(), { pages: 5 }, { target: `${kind}:${place}` })).rejects.toThrow('不是以前部署的网站');
    expect(readFileSync(join(place, 'letter.txt'), 'utf8')).toBe('not ours');
  });

  test('refuses a place that holds another site, unless it has only changed its domain', async () => {
    makeSite();
    const { deploy } = await load<Deployment>('deploy.mjs');
    const target = `folder:${join(folder.path, 'taken')}`;
    const deployOf = (origin: string, settings = {}) => deploy(site(), { pages: 5, origin }, { target, ...settings });
    await deployOf('https://www.wangchuan.example');
    await expect(deployOf('https://www.linjiang.example')).rejects.toThrow('里是另一个网站 https://www.wangchuan.example');
    expect(await deployOf('https://www.linjiang.example', { deployAnyway: true })).toEqual({ written: 1, removed: 0 });
    expect(await deployOf('https://www.linjiang.example')).toEqual({ written: 0, removed: 0 });
  });

  test('refuses a site with a torn page, a missing file or no search', async () => {
    const { checkSite } = await load<Checking>('check-site.mjs');
    makeSite();
    expect(checkSite(site())).toEqual({ pages: 5 });
    put('sitemap.xml', '<sitemapindex><sitemap><loc>https://www.wangchuan.example/sitemap-0.xml</loc></sitemap></sitemapindex>');
    expect(checkSite(site())).toEqual({ pages: 5, origin: 'https://www.wangchuan.example' });
    put('news/公告/index.html', '<!doctype html><html>');
    expect(() => checkSite(site())).toThrow('news/公告/index.html　不完整');
    makeSite();
    rmSync(join(site(), '_astro/a.css'));
    expect(() => checkSite(site())).toThrow('引用的 /_astro/a.css 不存在');
    rmSync(join(site(), 'search/index/search.json'));
    expect(() => checkSite(site())).toThrow('缺少 search/index/search.json');
  });

  test('with a key does not trust a host nobody has checked', async () => {
    const { deploy } = await load<Deployment>('deploy.mjs');
    await expect(deploy(site(), { pages: 5 }, { target: 'rsync:deploy@www.example:/srv', key: 'KEY' })).rejects.toThrow('DEPLOY_KNOWN_HOSTS');
  });
});
