import { cpSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { PATHS, shanghaiDate, type Renderer, type Route } from '@mingchuang/content';
import { createDirectWriter, openSearchIndex } from '@mingchuang/search';
import sharp from 'sharp';
import { expect } from 'vitest';

import { findDamage } from '../watch/find-damage.ts';
import { listFiles } from '../store/assets.ts';
import { makeEdit, type Step } from './edits/any-step.ts';
import { ExampleCity } from './example-city.ts';
import { startExampleCms, type ExampleCms } from './example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './example-publisher.ts';
import { createFullDraw, type FullDraw } from './full-draw.ts';
import { JUDGED } from './judged-queries.ts';
import { builtRenderer, changedRenderer } from './other-template.ts';
import { startSearchComparer, type SearchComparer } from './search-answers.ts';

const MEMORY = '/dev/shm';
const BEGINNING = new Date('2026-11-22T04:00:00Z');

/** A city with its publisher, as one test runs them. */
export interface CityRun {
  city: ExampleCity;
  cms: ExampleCms;
  example: ExamplePublisher;
  /** Does what a step says and publishes. */
  take(step: Step): Promise<void>;
  /** Expects every route to be that of a full draw. */
  expectFullDraw(): Promise<void>;
  /** Expects every route, the digests included, to be that of a publication into an empty folder. */
  expectPublicationFromScratch(): Promise<void>;
  /** Expects search to answer as an index built from scratch over the same pages does. */
  expectSearchAnswers(): Promise<void>;
  end(): Promise<void>;
}

/** Publishes the examples' city once; each run begins with a copy of that. */
export async function prepareCity(): Promise<{ run(): Promise<CityRun>; close(): void }> {
  // In memory where there is such a place: what is proven here has nothing to do with disks.
  const folder = makeFolder(existsSync(MEMORY) ? MEMORY : undefined);
  const renderers = [await builtRenderer(), await changedRenderer(join(folder.path, 'renderer'))];
  const pictures = [await draw(300, '#14508c'), await draw(620, '#8c1414'), Buffer.from('no picture')];
  const fullDraw = createFullDraw();
  const comparer = startSearchComparer();
  let runs = 0;
  const run = async (dataDir: string) => openRun({ dataDir, renderers, pictures, fullDraw, comparer });

  const base = join(folder.path, 'base');
  const first = await run(base);
  await publishAll(first.example);
  await first.expectFullDraw();
  await first.expectSearchAnswers();
  await first.end();
  return {
    async run() {
      const dataDir = join(folder.path, `run-${++runs}`);
      copyDataFolder(base, dataDir);
      return run(dataDir);
    },
    close() {
      comparer.close();
      folder.remove();
    },
  };
}

interface Parts {
  dataDir: string;
  renderers: readonly Renderer[];
  pictures: readonly Buffer[];
  fullDraw: FullDraw;
  comparer: SearchComparer;
}

async function openRun({ dataDir, renderers, pictures, fullDraw, comparer }: Parts): Promise<CityRun> {
  const cms = await startExampleCms();
  const city = new ExampleCity(cms, pictures, BEGINNING);
  let [renderer] = renderers as [Renderer];
  const open = (folder = dataDir) =>
    openExamplePublisher({ dataDir: folder, cms, renderer, now: () => city.now, openSearch: (dir) => openSearchIndex({ dir, writer: createDirectWriter(), hotSize: 12 }) });

  const run: CityRun = {
    city,
    cms,
    example: open(),
    async take({ edits, hours, restart }) {
      for (const edit of edits) makeEdit(city, edit);
      city.now = new Date(city.now.getTime() + hours * 3_600_000);
      if (restart === 'other template') renderer = renderers.find((one) => one !== renderer)!;
      if (restart !== 'no') {
        await run.example.close();
        run.example = open();
      }
      const before = releaseOf(run.example);
      await publishAll(run.example);
      const after = releaseOf(run.example);
      for (const path of blockedPaths(run.example)) expect(after.get(path), `${path} is blocked and stays as it was`).toEqual(before.get(path));
    },
    async expectFullDraw() {
      const { routes } = await fullDraw.routesOf(city, renderer);
      const own = listFiles(renderer.assets).map((name) => `/${name}`);
      expectSame(run.example, contentOf(run.example), routes, own);
    },
    async expectPublicationFromScratch() {
      // Another data folder is another publisher to the CMS.
      cms.endLease();
      const scratch = open(`${dataDir}-scratch`);
      await publishAll(scratch);
      expect([...findDamage(releaseOf(run.example), run.example.workshop.objects, 'content')]).toEqual([]);
      expect(blockedPaths(scratch).sort()).toEqual(blockedPaths(run.example).sort());
      expectSame(run.example, contentOf(run.example), contentOf(scratch));
      await scratch.close();
    },
    async expectSearchAnswers() {
      if (blockedPaths(run.example).length > 0) return;
      const { pages } = await fullDraw.routesOf(city, renderer);
      const compared = { routes: releaseOf(run.example), objects: run.example.workshop.objects, pages, today: shanghaiDate(city.now) };
      const { queries, released, fromScratch } = await comparer.compare(compared, `${dataDir}-search`);
      queries.forEach((query, at) => expect(released[at], query).toEqual(fromScratch[at]));
      if (city.isUntouched) Object.values(JUDGED).forEach((path, at) => expect(released[at]!.results.slice(0, 3).map(({ url }) => url), queries[at]).toContain(path));
    },
    async end() {
      await run.example.close();
      await cms.close();
      if (!dataDir.endsWith('base')) rmSync(dataDir, { recursive: true, force: true });
      for (const name of ['-scratch', '-search']) rmSync(dataDir + name, { recursive: true, force: true });
    },
  };
  return run;
}

/** Publishes until nothing follows any more: no picture, no index. */
async function publishAll(example: ExamplePublisher): Promise<void> {
  await example.publish();
  await example.publisher.picturesSettled();
  await example.publisher.searchSettled();
}

/** The routes of the release being served, as stored. */
function releaseOf({ workshop: { releases } }: ExamplePublisher): ReadonlyMap<string, Route> {
  return releases.load(releases.currentId()!).routes;
}

/** The same without the index of search, and without assets that pages opened earlier still ask for. */
function contentOf(example: ExamplePublisher): Map<string, Route> {
  const leaving = example.workshop.ledger.leaving();
  return new Map([...releaseOf(example)].filter(([path]) => !leaving.has(path) && !path.startsWith(PATHS.searchIndex)));
}

/** Pages that must not go live as they are: their last good version stays, which no full draw knows. */
function blockedPaths({ workshop: { ledger } }: ExamplePublisher): string[] {
  // Of two that want one address the second has no page, here and in a full draw: nothing of it stays.
  const isSecond = ({ reason }: { reason: string }) => /^旧?网址 /.test(reason);
  return ledger.runs(1).flatMap(({ blocked }) => blocked.filter((report) => !isSecond(report)).map(({ path }) => path ?? expect.fail('A document was refused')));
}

function expectSame(example: ExamplePublisher, served: ReadonlyMap<string, Route>, wanted: ReadonlyMap<string, Route>, apart: readonly string[] = []): void {
  const left = new Set([...apart, ...blockedPaths(example)]);
  const inOrder = (routes: ReadonlyMap<string, Route>) => Object.fromEntries([...routes].filter(([path]) => !left.has(path)).sort(([a], [b]) => (a < b ? -1 : 1)));
  expect(inOrder(served)).toEqual(inOrder(wanted));
}

/** Copies a data folder. Objects are never changed in place, so that links to them do. */
function copyDataFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (source) => !source.startsWith(join(from, 'objects')) });
  for (const name of listFiles(join(from, 'objects'))) {
    mkdirSync(dirname(join(to, 'objects', name)), { recursive: true });
    linkSync(join(from, 'objects', name), join(to, 'objects', name));
  }
}

function draw(width: number, background: string): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 30 };
  return sharp({ create: { width, height: 100, channels: 3, background, noise } }).webp({ quality: 95 }).toBuffer();
}
