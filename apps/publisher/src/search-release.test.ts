import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PageGroup } from '@mingchuang/content';
import { openSearchIndex } from '@mingchuang/search';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { performCommand } from './commands/perform.ts';
import { trySearch } from './service/try-search.ts';
import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './testing/example-publisher.ts';
import { createSmallRenderer } from './testing/small-renderer.ts';
import { article, gone, site } from './testing/small-site.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;

const CATALOGUE = '/search/index/search.json';
const open = (version = 'v1') =>
  openExamplePublisher({ dataDir: folder.path, cms, renderer: createSmallRenderer(folder.path, version), openSearch: (dir) => openSearchIndex({ dir }) });
const publish = async () => {
  const run = await example.publish();
  await example.publisher.searchSettled();
  return run;
};
const routes = () => example.workshop.current!.routes;
/** Titles and texts of the result files that visitors can load, hidden rows left out. */
const findable = () => {
  const read = (path: string) => {
    const route = routes().get(path);
    return route && 'hash' in route ? JSON.parse(example.workshop.objects.read(route.hash).toString()) : expect.fail(`${path} is not there`);
  };
  const { shards } = read(CATALOGUE) as { shards: { hash: string; count: number; hide: number[] }[] };
  return shards
    .flatMap(({ hash, count, hide }) =>
      Array.from({ length: count }, (_, row) => row)
        .filter((row) => !hide.includes(row))
        .map((row) => (read(`/search/index/${hash}/text/${row}-0.json`) as { title: string }).title),
    )
    .sort();
};

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  example = open();
  cms.change(article('a'), article('b'), article('c', { body: 'THROW' }));
  await publish();
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

describe('the search index', () => {
  test('follows the page as a second release, and holds what is live', async () => {
    expect(findable()).toEqual(['信息 a', '信息 b']);
    const [run] = example.workshop.ledger.runs(1);
    expect(run!.searchRelease! > run!.release!).toBe(true);
    expect(routes().get(CATALOGUE)).not.toHaveProperty('immutable');

    cms.change(article('a', { title: '新标题' }), gone(article('b')), article('c'));
    await publish();
    expect(findable()).toEqual(['信息 c', '新标题']);
  });

  test('keeps what it holds of a page that is blocked', async () => {
    cms.change(article('a', { title: '坏的版本', body: 'THROW' }));
    await publish();
    expect(findable()).toEqual(['信息 a', '信息 b']);
  });

  test('lets go of a page that was blocked when its document is withdrawn', async () => {
    cms.change(article('a', { title: '坏的版本', body: 'THROW' }));
    await publish();
    cms.change(gone(article('a')));
    await publish();
    expect(findable()).toEqual(['信息 b']);
  });

  test('lets go of a page that was blocked when it was built anew', async () => {
    cms.change(article('a', { title: '坏的版本', body: 'THROW' }));
    await publish();
    await example.close();
    rmSync(join(folder.path, 'search'), { recursive: true });
    example = open();
    await publish();
    expect(findable()).toContain('信息 b');
    cms.change(gone(article('a')));
    await publish();
    expect(findable()).toEqual(['信息 b']);
  });

  test('holds a page that could not be drawn once it could, though nothing else about it changed', async () => {
    await example.close();
    const renderer = createSmallRenderer(folder.path);
    const groups = new Map<string, PageGroup>();
    let fails = true;
    example = openExamplePublisher({
      dataDir: folder.path,
      cms,
      openSearch: (dir) => openSearchIndex({ dir }),
      renderer: {
        ...renderer,
        *buildGroups(snapshot, options) {
          for (const group of renderer.buildGroups(snapshot, options)) {
            const name = JSON.stringify(group);
            if (!groups.has(name)) groups.set(name, group);
            yield groups.get(name)!;
          }
        },
        draw: (page) => (fails && page.path === article('d').data.path ? Promise.reject(new Error('for a moment')) : renderer.draw(page)),
      },
    });
    cms.change(article('d'));
    expect((await publish()).blocked.map(({ documentId }) => documentId)).toEqual(['c', 'd']);
    fails = false;
    await publish();
    expect(findable()).toEqual(['信息 a', '信息 b', '信息 d']);
  });

  test('is built again when it was written by an older version', async () => {
    await example.close();
    const state = readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('state.json'))!;
    const written = JSON.parse(readFileSync(join(folder.path, state), 'utf8')) as object;
    writeFileSync(join(folder.path, state), JSON.stringify({ ...written, version: 1 }));
    example = open();
    expect(findable(), 'meanwhile the old one is served').toEqual(['信息 a', '信息 b']);
    cms.change(article('d'));
    await publish();
    expect(findable()).toEqual(['信息 a', '信息 b', '信息 d']);
  });

  test('is left alone by a new renderer that changes no text', async () => {
    const before = routes().get(CATALOGUE);
    await example.close();
    example = open('v2');
    expect((await publish()).drawn).toBe(3);
    expect(routes().get(CATALOGUE)).toEqual(before);
  });

  test('is finished by the next run when the process ended before its switch', async () => {
    cms.change(article('d'));
    example.workshop.reach = (point) => {
      if (point === 'indexed') throw new Error('ended here');
    };
    await publish();
    expect(findable()).toEqual(['信息 a', '信息 b']);
    await example.close();
    example = open();
    await publish();
    expect(findable()).toEqual(['信息 a', '信息 b', '信息 d']);
  });

  test('is repaired by verify, and built again when its folder is lost', async () => {
    const route = routes().get(CATALOGUE)!;
    rmSync(example.workshop.objects.fileOf('hash' in route ? route.hash : ''));
    const { ok } = await performCommand({ verb: 'verify' }, example.workshop, example.publisher);
    expect(ok).toBe(true);
    expect(findable()).toEqual(['信息 a', '信息 b']);

    await example.close();
    rmSync(`${folder.path}/search`, { recursive: true });
    example = open();
    await publish();
    expect(findable()).toEqual(['信息 a', '信息 b']);
  });
});

describe('a query that is tried', () => {
  test('finds what visitors find, with the reasons its rank is the sum of', async () => {
    cms.change(site('city', 'www.city.example'));
    await publish();
    const { total, results } = await trySearch(example.workshop, { site: 'city', query: '信息 a' });
    expect(total).toBeGreaterThan(0);
    const [first] = results;
    expect(first).toMatchObject({ title: '信息 a', url: '/news/202611/a/' });
    expect(first!.reasons.map(({ label }) => label)).toContain('原样含有所搜的字');
    expect(first!.points).toBeCloseTo(first!.reasons.reduce((sum, { points }) => sum + points, 0));
    expect(results.map(({ points }) => points)).toEqual(results.map(({ points }) => points).sort((a, b) => b - a));
  });

  test('finds nothing on a site there is not', async () => {
    expect(await trySearch(example.workshop, { site: 'nowhere', query: '信息' })).toEqual({ total: 0, exact: 0, results: [] });
  });
});
