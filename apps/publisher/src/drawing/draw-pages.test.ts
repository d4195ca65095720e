import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { MemorySnapshot, type AnyEntry, type Renderer } from '@mingchuang/content';

import { buildDocuments } from '../../bench/input/synthetic-documents.ts';
import { planPublication, type PlannedPage } from '../steps/plan.ts';
import { createStopwatch } from '../stopwatch.ts';
import { openLedger } from '../store/ledger.ts';
import { openObjectStore } from '../store/objects.ts';
import { createPress } from '../store/press.ts';
import { makeFolder } from '../testing/example-publisher.ts';
import { builtRenderer } from '../testing/other-template.ts';
import { drawPages, type DrawnPages } from './draw-pages.ts';
import { startThreads, type DrawingThread } from './start-threads.ts';

const folder = makeFolder();
let renderer: Renderer;
let pages: readonly PlannedPage[];
let alone: DrawnPages;

/** What a page of this city may do wrong, by its address. */
const troubles = new Map<string, (props: object) => object>();

beforeAll(async () => {
  renderer = await builtRenderer();
  const snapshot = new MemorySnapshot(buildDocuments(180).lines as unknown as AnyEntry[]);
  const groups = renderer.buildGroups(snapshot, { today: '2026-11-27' });
  pages = planPublication(groups, new Map(), { rendererVersion: renderer.version }).draw;
  const [blind, broken] = pages.filter(({ page }) => page.template === 'Article').slice(20);
  troubles.set(blind!.page.path, () => {
    throw new Error('props cannot be made');
  });
  troubles.set(broken!.page.path, () => ({ broken: true }));
  pages = pages.map((item) => ({ ...item, props: () => (troubles.get(item.page.path) ?? ((props: object) => props))(item.props()) }));
  alone = await draw([]);
});
afterAll(() => folder.remove());

async function draw(threads: readonly DrawingThread[]): Promise<DrawnPages> {
  const dataDir = join(folder.path, 'data');
  rmSync(dataDir, { recursive: true, force: true });
  const objects = openObjectStore(join(dataDir, 'objects'));
  const ledger = openLedger(join(dataDir, 'ledger.db'));
  const press = createPress({ objects, ledger, compress: false });
  const drawn = await drawPages(pages, new Map(), { renderer, threads, press, watch: createStopwatch() });
  await press.finish();
  for (const route of drawn.routes.values()) if (route.status !== 301) expect(objects.has(route.hash)).toBe(true);
  ledger.close();
  return drawn;
}

/** Threads that are ready, and do something with each page before they draw it. */
async function readyThreads(before: (thread: DrawingThread) => void): Promise<DrawingThread[]> {
  const threads = startThreads(renderer, 2);
  await Promise.all(threads.map(({ ready }) => ready));
  return threads.map((thread) => ({
    ...thread,
    draw(page) {
      before(thread);
      return thread.draw(page);
    },
  }));
}

test('several processors draw what one draws, and say the same of what goes wrong', async () => {
  expect(alone.blocked.map(({ reason }) => reason)).toEqual([expect.stringContaining('props cannot be made'), expect.stringContaining('没能生成')]);
  let drawn = 0;
  expect(await draw(await readyThreads(() => drawn++))).toEqual(alone);
  expect(drawn).toBeGreaterThan(50);
});

test('pages of a thread that ends are drawn all the same', async () => {
  let left = 20;
  expect(await draw(await readyThreads((thread) => --left === 0 && thread.stop()))).toEqual(alone);
  expect(left).toBeLessThan(0);
});

test('a renderer that was built anew meanwhile is not asked', async () => {
  const [thread] = startThreads({ folder: renderer.folder!, version: 'older' }, 2);
  expect(await thread!.ready).toBe(false);
  thread!.stop();
});
