import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Renderer } from '@mingchuang/content';

import type { Command } from './commands/command.ts';
import { performCommand } from './commands/perform.ts';
import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './testing/example-publisher.ts';
import { createSmallRenderer } from './testing/small-renderer.ts';
import { article, column, gone, picture, site } from './testing/small-site.ts';
import type { Outlet } from './workshop.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
/** While it is there, a page with SLOW in it waits for it to be opened. */
let gate: { opened: Promise<void>; open: () => void } | undefined;

const city = site('city', 'www.wangchuan.example');
const district = site('district', 'www.wangjiang.example', { siteCode: '9900020001', chineseDomain: '望江区政府.政务' });
const ofCity = (id: string, data: object = {}) => article(id, { column: { type: 'column', documentId: 'news' }, ...data });
const ofDistrict = (id: string, data: object = {}) => article(id, { column: { type: 'column', documentId: 'street' }, path: `/street/202611/${id}/`, ...data });

const outletOf = (key: string): Outlet => example.workshop.outlets.get(key) ?? expect.fail(`There is no site ${key}`);
const pagesOf = (key: string) => [...(outletOf(key).current?.routes.keys() ?? [])].filter((path) => path.endsWith('/')).sort();
const perform = (command: Command) => performCommand(command, example.workshop, example.publisher);
const until = async (isSo: () => boolean) => {
  for (const end = Date.now() + 5000; !isSo(); await new Promise((resolve) => setTimeout(resolve, 5))) if (Date.now() > end) throw new Error('It did not happen');
};

function open(): ExamplePublisher {
  const small = createSmallRenderer(folder.path);
  const renderer: Renderer = {
    ...small,
    async draw(page) {
      if (JSON.stringify(page.props).includes('SLOW')) await gate?.opened;
      return small.draw(page);
    },
  };
  return openExamplePublisher({ dataDir: folder.path, cms, renderer });
}

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  gate = undefined;
  example = open();
  cms.change(city, column('news', 'city'), ofCity('a'), district, column('street', 'district'), ofDistrict('d'));
  await perform({ verb: 'run' });
});
afterEach(async () => {
  gate?.open();
  await example.close();
  await cms.close();
  folder.remove();
});

describe('two sites of one CMS', () => {
  test('have releases of their own that say whose they are', () => {
    expect(pagesOf('main')).toEqual(['/', '/news/202611/a/']);
    expect(pagesOf('wangjiang')).toEqual(['/', '/street/202611/d/']);
    expect(outletOf('main').current!.site).toEqual({ id: 'city', hosts: ['www.wangchuan.example'], sisters: ['www.wangjiang.example'] });
    expect(outletOf('wangjiang').current!.site).toEqual({ id: 'district', hosts: ['www.wangjiang.example', 'xn--dkru8xvkfm3bu6k.xn--zfr164b'], sisters: ['www.wangchuan.example'] });
    expect(readFileSync(join(folder.path, 'sites/wangjiang/releases/current'), 'utf8')).toBe(outletOf('wangjiang').current!.id);
    expect(readFileSync(join(folder.path, 'releases/current'), 'utf8')).toBe(outletOf('main').current!.id);
  });

  test('have the files of their own documents only', async () => {
    cms.media.set('p', Buffer.from('png!'));
    const before = outletOf('main').current!.id;
    cms.change(ofDistrict('d', { cover: picture('p') }));
    await perform({ verb: 'run' });
    const media = (key: string) => [...outletOf(key).current!.routes.keys()].filter((path) => path.startsWith('/media/')).length;
    expect([media('main'), media('wangjiang')]).toEqual([0, 1]);
    expect(outletOf('main').current!.id, 'nothing of it has changed').toBe(before);
  });

  test('stay what they are after a restart, whatever their domain', async () => {
    cms.change(site('district', 'www.newname.example', { siteCode: '1000000001' }));
    await example.close();
    example = open();
    await perform({ verb: 'run' });
    expect([...example.workshop.outlets.values()].map(({ key, site }) => [key, site])).toEqual([['main', 'city'], ['wangjiang', 'district']]);
    expect(outletOf('wangjiang').current!.site!.hosts).toEqual(['www.newname.example']);
  });

  test.each([['main', 'wangjiang', ofCity, ofDistrict], ['wangjiang', 'main', ofDistrict, ofCity]] as const)(
    'do not wait for each other: while %s is being drawn an edit of %s goes live and can be taken back',
    async (slow, quick, ofSlow, ofQuick) => {
      let openGate = () => undefined as void;
      gate = { opened: new Promise((resolve) => (openGate = resolve)), open: () => openGate() };
      cms.change(ofSlow('s', { body: '<p>SLOW</p>' }));
      const [before, first] = [outletOf(slow).current!.id, outletOf(quick).current!.id];
      example.publisher.request('nudge');
      await until(() => outletOf(slow).settled === undefined);
      cms.change(ofQuick('q'));
      example.publisher.request('nudge');
      await until(() => pagesOf(quick).some((path) => path.endsWith('/q/')));
      await perform({ verb: 'rollback', id: first, site: quick });
      expect(outletOf(slow).current!.id, 'the slow one is still under way').toBe(before);
      gate.open();
      await until(() => pagesOf(slow).some((path) => path.endsWith('/s/')));
    },
  );

  test('are told live one by one', async () => {
    cms.acknowledgements.length = 0;
    cms.change(ofDistrict('e'));
    await perform({ verb: 'run' });
    const { sequence } = example.workshop.live.snapshot;
    expect(cms.acknowledgements.map(({ site, release, sequence: at }) => ({ site, release, at }))).toEqual([
      { site: 'city', release: outletOf('main').current!.id, at: sequence },
      { site: 'district', release: outletOf('wangjiang').current!.id, at: sequence },
    ]);
  });

  test('a document that cannot be drawn is told by its own site only', async () => {
    cms.change(ofDistrict('x', { body: '<p>THROW</p>' }), { ...ofDistrict('y'), data: { title: 1 } });
    await perform({ verb: 'run' });
    const [ofMain] = outletOf('main').ledger.runs(1);
    const [ofOther] = outletOf('wangjiang').ledger.runs(1);
    expect(ofOther!.blocked.map(({ documentId }) => documentId)).toEqual(['x']);
    expect(ofMain!.blocked.map(({ documentId }) => documentId), 'what cannot be placed').toEqual(['y']);
  });
});

describe('commands', () => {
  test('rolling one back leaves the other as it is', async () => {
    const first = outletOf('wangjiang').current!.id;
    cms.change(ofCity('b'), ofDistrict('e'));
    await perform({ verb: 'run' });
    const main = outletOf('main').current!.id;
    await perform({ verb: 'rollback', id: first, site: 'www.wangjiang.example' });
    expect(pagesOf('wangjiang')).not.toContain('/street/202611/e/');
    expect(outletOf('main').current!.id).toBe(main);
    cms.change(ofCity('c'));
    expect(await perform({ verb: 'run' })).toMatchObject({ ok: false, lines: [expect.stringContaining('main　'), expect.stringContaining('wangjiang　自动发布已暂停')] });
    expect(pagesOf('main')).toContain('/news/202611/c/');
    await expect(perform({ verb: 'rollback', id: main, site: 'wangjiang' })).rejects.toThrow('没有可用的发布版本');
    await expect(perform({ verb: 'releases', site: 'nowhere' })).rejects.toThrow('没有“nowhere”这个网站，现有：main、wangjiang');
  });

  test('pruning one keeps the objects of the other', async () => {
    cms.change(ofDistrict('d', { title: '改过' }));
    await perform({ verb: 'run' });
    cms.change(ofCity('a', { title: '改过' }));
    await perform({ verb: 'run' });
    const [oldest] = outletOf('wangjiang').releases.list();
    await perform({ verb: 'prune', keep: 1, site: 'main' });
    expect(await perform({ verb: 'verify' })).toMatchObject({ ok: true });
    await perform({ verb: 'rollback', id: oldest!, site: 'wangjiang' });
    expect(pagesOf('wangjiang')).toContain('/street/202611/d/');
  });

  test('damage of one is repaired by drawing that one', async () => {
    const route = outletOf('wangjiang').current!.routes.get('/street/202611/d/') as { hash: string };
    rmSync(example.workshop.objects.fileOf(route.hash));
    const { ok, lines } = await perform({ verb: 'verify' });
    expect(ok).toBe(true);
    expect(lines).toContain('wangjiang　· /street/202611/d/　缺失');
    expect(lines[0]).toMatch(/^main　.*都和发布时一致/);
  });

  test('a withdrawn site keeps its last release until it is removed', async () => {
    await expect(perform({ verb: 'remove', site: 'wangjiang' })).rejects.toThrow('还在发布，请先在后台撤下');
    await expect(perform({ verb: 'remove', site: 'main' })).rejects.toThrow('主站不能移除');
    cms.change(gone(district), gone(ofDistrict('d')));
    await perform({ verb: 'run' });
    expect(pagesOf('wangjiang')).toContain('/street/202611/d/');
    expect((await perform({ verb: 'sites' })).lines[1]).toContain('已在后台撤下');
    await perform({ verb: 'remove', site: 'wangjiang' });
    expect(existsSync(join(folder.path, 'sites/wangjiang'))).toBe(false);
    await example.close();
    example = open();
    expect([...example.workshop.outlets.keys()]).toEqual(['main']);
  });
});
