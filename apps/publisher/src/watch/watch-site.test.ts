import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Renderer } from '@mingchuang/content';

import { performCommand } from '../commands/perform.ts';
import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';
import { createSmallRenderer } from '../testing/small-renderer.ts';
import { article, picture } from '../testing/small-site.ts';
import { createObjectWatch } from './watch-objects.ts';
import { proveSite, watchObjects } from './watch-site.ts';

const PAGE = '/news/202611/a/';
let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
/** What the renderer writes under every page, without saying that it is another one: a template that reads the clock. */
let footnote: string;

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  footnote = '';
  const small = createSmallRenderer(folder.path);
  const draw: Renderer['draw'] = async (page) => {
    const drawn = await small.draw(page);
    return { ...drawn, body: drawn.body.replace('</main>', `${footnote}</main>`) };
  };
  example = openExamplePublisher({ dataDir: folder.path, cms, renderer: { ...small, draw } });
  cms.media.set('p', Buffer.from('png!'));
  cms.change(article('a', { cover: picture('p') }), article('b'));
  await example.publish();
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

function fileOf(path: string): string {
  const route = example.workshop.current!.routes.get(path);
  if (!route || route.status === 301) throw new Error(`${path} has no file`);
  return example.workshop.objects.fileOf(route.hash);
}
const alarms = async (count: number) => {
  await expect.poll(() => cms.alarms.length).toBe(count);
  return cms.alarms.map(({ kind, text }) => `${kind}: ${text}`);
};

describe('the watch over served files', () => {
  test('restores what was changed with its time set back, or deleted, and tells administrators', async () => {
    const watch = createObjectWatch(example.workshop.objects);
    const look = () => watchObjects(example.workshop, example.publisher, watch);
    await look();
    const bytes = readFileSync(fileOf(PAGE));
    const { atime, mtime } = statSync(fileOf(PAGE));
    writeFileSync(fileOf(PAGE), bytes.toString().replace('信息', '假的'));
    utimesSync(fileOf(PAGE), atime, mtime);
    const media = [...example.workshop.current!.routes.keys()].find((path) => path.startsWith('/media/'))!;
    rmSync(fileOf(media));

    await look();
    expect(readFileSync(fileOf(PAGE))).toEqual(bytes);
    expect(readFileSync(fileOf(media), 'utf8')).toBe('png!');
    const [said] = await alarms(1);
    expect(said).toMatch(/^tampered: 有 2 个已发布的文件被改动或丢失（.*），都已恢复。请检查服务器是否被人进入。$/);
    expect(said).toContain(PAGE);
    await look();
    await alarms(1);
  });

  test('reads a file again only when the system has changed it', async () => {
    const { objects, current } = example.workshop;
    let read = 0;
    const watch = createObjectWatch({ ...objects, read: (hash) => (read++, objects.read(hash)) });
    await watch.look(current!.routes);
    const first = read;
    expect(first).toBeGreaterThan(4);
    await watch.look(current!.routes);
    expect(read).toBe(first);
    writeFileSync(fileOf('/'), readFileSync(fileOf('/')));
    expect(await watch.look(current!.routes)).toEqual([]);
    expect(read).toBe(first + 1);
  });

  test('leaves a release that an operator holds as it is, and says so', async () => {
    const watch = createObjectWatch(example.workshop.objects);
    example.workshop.releases.hold(example.workshop.current!.id);
    writeFileSync(fileOf(PAGE), '假的');
    await watchObjects(example.workshop, example.publisher, watch);
    expect(readFileSync(fileOf(PAGE), 'utf8')).toBe('假的');
    expect(await alarms(1)).toEqual([expect.stringContaining('线上停在回退的版本，没有自动恢复')]);
  });
});

describe('the nightly proof', () => {
  test('finds nothing where pages are what their content gives', async () => {
    expect(await proveSite(example.workshop, example.publisher)).toBe(true);
    expect(cms.alarms).toEqual([]);
  });

  test('draws what differs from a full draw anew, and tells administrators', async () => {
    footnote = '<p>今天是星期四</p>';
    expect(await proveSite(example.workshop, example.publisher)).toBe(true);
    expect((await performCommand({ verb: 'verify', full: true }, example.workshop, example.publisher)).lines.at(-1)).toBe('3 个网页都和重新生成的一样。');
    expect(readFileSync(fileOf(PAGE), 'utf8')).toContain('今天是星期四');
    expect(await alarms(1)).toEqual(['different: 夜间全站核对：3 个网页中有 3 个和重新生成的不一致（例如 /），已换成重新生成的。请告诉维护人员。']);
    expect(await proveSite(example.workshop, example.publisher)).toBe(true);
    await alarms(1);
  });

  test('begins again when something is published in between', async () => {
    const { renderer } = example.workshop;
    const { draw } = renderer;
    let drawn = 0;
    example.workshop.renderer = {
      ...renderer,
      draw: async (page) => {
        if (++drawn === 2) {
          cms.change(article('c'));
          await example.publish();
        }
        return draw(page);
      },
    };
    expect(await proveSite(example.workshop, example.publisher)).toBe(false);
    expect(await proveSite(example.workshop, example.publisher)).toBe(true);
    expect(cms.alarms).toEqual([]);
  });
});

test('a publication that misses its objective is told once, until one keeps to it again', async () => {
  example.workshop.objective = 0;
  for (const title of ['一', '二']) {
    cms.change(article('a', { title }));
    await example.publish();
  }
  expect(await alarms(1)).toEqual([expect.stringMatching(/^slow: 发布 \d 页用了 [\d.]+ 秒，超过目标 0 秒。/)]);
  example.workshop.objective = 60;
  cms.change(article('a', { title: '三' }));
  await example.publish();
  example.workshop.objective = 0;
  cms.change(article('a', { title: '四' }));
  await example.publish();
  await alarms(2);
});

