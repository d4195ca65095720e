import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';
import { article, gone, picture, redirect } from '../testing/small-site.ts';
import type { Command } from './command.ts';
import { performCommand } from './perform.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;

const perform = (command: Command) => performCommand(command, example.workshop, example.publisher);
const fileOf = (path: string) => {
  const route = example.workshop.current!.routes.get(path);
  return route && 'hash' in route ? example.workshop.objects.fileOf(route.hash) : expect.fail(`${path} has no object`);
};
const PAGE_A = '/news/202611/a/';

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  example = openExamplePublisher({ dataDir: folder.path, cms });
  cms.media.set('p', Buffer.from('png!'));
  cms.change(article('a', { cover: picture('p') }), article('b'), redirect('r', '/old/', '/'));
  await example.publish();
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

describe('rollback', () => {
  test('serves the earlier release and holds it until resume', async () => {
    const first = example.workshop.current!;
    cms.change(gone(article('b')));
    await example.publish();

    expect((await perform({ verb: 'rollback', id: first.id })).lines[0]).toContain(`已回退到 ${first.id}`);
    expect(readFileSync(join(folder.path, 'releases', 'current'), 'utf8')).toBe(first.id);
    cms.change(article('c'));
    expect(await example.publisher.run({ cause: 'nudge', always: true })).toEqual({ kind: 'held', release: first.id });
    expect(await perform({ verb: 'run' })).toMatchObject({ ok: false });
    expect((await perform({ verb: 'releases' })).lines[1]).toBe(`${first.id}　线上　暂停在此`);

    await example.close();
    example = openExamplePublisher({ dataDir: folder.path, cms });
    expect(await example.publisher.run({ cause: 'start', always: true }), 'also after a restart').toMatchObject({ kind: 'held' });

    await perform({ verb: 'resume' });
    expect([...example.workshop.current!.routes.keys()]).toContain('/news/202611/c/');
    expect([...example.workshop.current!.routes.keys()]).not.toContain('/news/202611/b/');
  });

  test('refuses a release that does not exist or whose objects are gone', async () => {
    await expect(perform({ verb: 'rollback', id: '20200101T000000000Z-00000000' })).rejects.toThrow('没有可用的发布版本 20200101T000000000Z-00000000');
    const first = example.workshop.current!;
    rmSync(fileOf(PAGE_A));
    await expect(perform({ verb: 'rollback', id: first.id })).rejects.toThrow(`缺少 1 个文件（例如 ${PAGE_A}）`);
  });
});

describe('verify --live', () => {
  test('finds nothing where nothing was touched', async () => {
    const { ok, lines } = await perform({ verb: 'verify' });
    expect({ ok, lines }).toEqual({ ok: true, lines: [`${example.workshop.current!.id}：7 个网址都和发布时一致。`] });
  });

  test('finds every kind of damage and repairs it with the same bytes', async () => {
    const before = example.workshop.current!;
    const [media] = [...before.routes.keys()].filter((path) => path.startsWith('/media/'));
    const files = [PAGE_A, '/', media!, '/_astro/style.v1.css'].map(fileOf);
    const bytes = files.map((file) => readFileSync(file));
    writeFileSync(files[0]!, bytes[0]!.toString().replace('信息', '假的'));
    rmSync(files[1]!);
    rmSync(files[2]!);
    writeFileSync(files[3]!, 'body { display: none }');
    writeFileSync(`${fileOf('/news/202611/b/')}.br`, 'not brotli');

    const { ok, lines } = await perform({ verb: 'verify' });
    expect(lines.at(-1)).toBe('都已修复。');
    expect(ok).toBe(true);
    expect(lines.slice(1, -1).sort()).toEqual(
      ['· /　缺失', `· ${PAGE_A}　内容被改动`, '· /_astro/style.v1.css　内容被改动', `· ${media}　缺失`, '· /news/202611/b/　压缩文件损坏'].sort(),
    );
    expect(files.map((file) => readFileSync(file))).toEqual(bytes);
    expect(example.workshop.current!.id, 'visitors notice nothing').toBe(before.id);
  });

  test('leaves out media that cannot be had any more', async () => {
    cms.media.delete('p');
    const [media] = [...example.workshop.current!.routes.keys()].filter((path) => path.startsWith('/media/'));
    rmSync(fileOf(media!));
    expect(await perform({ verb: 'verify' })).toMatchObject({ ok: true });
    expect(readFileSync(fileOf(PAGE_A), 'utf8')).not.toContain('<img');
    expect(example.workshop.current!.routes.has(media!)).toBe(false);
  });
});

describe('prune', () => {
  test('keeps the newest, and what is served stays whole', async () => {
    for (const title of ['一', '二', '三', '四']) {
      cms.change(article('a', { title, cover: picture('p') }));
      await example.publish();
    }
    const ids = example.workshop.releases.list();
    const orphan = fileOf(PAGE_A);
    cms.change(article('a', { title: '五', cover: picture('p') }));
    await example.publish();

    expect((await perform({ verb: 'prune', keep: 1 })).lines[0]).toMatch(/^保留 1 个发布版本，清理 5 个，删除 \d+ 个文件。$/);
    expect(existsSync(orphan)).toBe(false);
    expect(await perform({ verb: 'verify' })).toMatchObject({ ok: true, lines: [expect.stringContaining('都和发布时一致')] });
    await expect(perform({ verb: 'rollback', id: ids[1]! })).rejects.toThrow('已被清理，不能回退到它');
    expect((await perform({ verb: 'releases' })).lines.filter((line) => line.endsWith('内容已清理'))).toHaveLength(5);
  });

  test('refuses to keep none', async () => {
    await expect(perform({ verb: 'prune', keep: 0 })).rejects.toThrow('至少要保留 1 个发布版本');
  });
});

describe('export', () => {
  const at = (name: string) => join(folder.path, 'site', name);

  test('writes pages in folders, their twins, media, assets and maps', async () => {
    await perform({ verb: 'export', folder: at('') });
    const [media] = [...example.workshop.current!.routes.keys()].filter((path) => path.startsWith('/media/'));
    expect(readFileSync(at('news/202611/a/index.html'), 'utf8')).toContain('data-mode="standard"');
    expect(readFileSync(at('elder/news/202611/a/index.html'), 'utf8')).toContain('data-mode="elderly"');
    expect(readFileSync(at(media!.slice(1)), 'utf8')).toBe('png!');
    expect(existsSync(at('_astro/style.v1.css'))).toBe(true);
    expect(readFileSync(at('_headers'), 'utf8')).toBe('/search/index/*\n  Access-Control-Allow-Origin: *\n/search/words.json\n  Access-Control-Allow-Origin: *\n');
    expect(readFileSync(at('_routes/http.conf'), 'utf8')).toContain('map $uri $mc_moved {\n    "/old/" "/";\n    "/elder/old/" "/elder/";\n}');
  });

  test('writes only what changed the next time and removes what is gone', async () => {
    await perform({ verb: 'export', folder: at('') });
    cms.change(gone(article('b')));
    await example.publish();
    const { lines } = await perform({ verb: 'export', folder: at('') });
    expect(lines[0]).toMatch(/写入 7 个文件，\d+ 个没有变化，删除 6 个。$/);
    expect(existsSync(at('news/202611/b'))).toBe(false);
    expect(existsSync(at('elder/news/202611/b'))).toBe(false);
  });

  test('refuses a folder with something else in it', async () => {
    await expect(perform({ verb: 'export', folder: join(folder.path, 'releases') })).rejects.toThrow('不是空的，也不是以前导出的网站');
  });
});

test('ledger lists runs, newest first', async () => {
  cms.change(article('c'));
  await example.publish();
  const { lines } = await perform({ verb: 'ledger', limit: 5 });
  expect(lines[0]).toMatch(/已上线 \d{8}T\d{9}Z-[0-9a-f]{8}　生成 2 页，沿用 3 页，移除 0 页，用时 \d+\.\d\d 秒$/);
  expect(lines).toHaveLength(2);
});
