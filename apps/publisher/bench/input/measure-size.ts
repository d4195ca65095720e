// Measures one size in a process of its own, so that its memory is its own: `tsx measure-size.ts '{"docs":1000,…}'`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';

import type { FeedLine } from '@mingchuang/content';
import { exampleEntries } from '@mingchuang/content/examples';
import { loadRenderer } from '@mingchuang/renderer';
import { createDirectWriter, openSearchIndex } from '@mingchuang/search';

import type { EntryLine } from '../../src/feed/prepare-entry.ts';
import { collectEarly } from '../../src/memory.ts';
import type { Run } from '../../src/store/ledger.ts';
import { makeFolder, openExamplePublisher } from '../../src/testing/example-publisher.ts';
import { buildByEleventy } from './build-by-eleventy.ts';
import { startCity } from './start-city.ts';
import { buildAgencies, buildArticle, buildDocuments } from './synthetic-documents.ts';

/** What is measured, and what comes of it. Seconds end in `_s`, milliseconds in `_ms`. */
export interface SizeRequest {
  docs: number;
  edits: number;
  renderer: string;
  withAstro: boolean;
  withEleventy: boolean;
}
export interface SizeResult {
  docs: number;
  pages: number;
  full_s: number;
  full_processor_s: number;
  /** `astro build` at concurrency 8, from its start to the last of the same pages; null where it was not measured, with the reason. */
  astro_build_s: number | null;
  /** Of that, generating the pages: without its bundle, which a publication has already. */
  astro_pages_s: number | null;
  astro_processor_s: number | null;
  astro_reason?: string;
  /** The articles and lists among the pages, by Eleventy; null where it was not measured, with the reason. */
  eleventy_s: number | null;
  eleventy_pages: number | null;
  eleventy_reason?: string;
  index_s: number;
  edit_live_ms_p50: number;
  edit_live_ms_p95: number;
  edit_processor_ms_p50: number;
  new_live_ms_p50: number;
  delete_live_ms_p50: number;
  rename_agency_live_ms_p50: number;
  rename_agency_pages: number;
  fifty_live_ms_p50: number;
  searchable_ms_p50: number;
  peak_rss_mb: number;
  bytes_mb: number;
  edit_steps: Record<string, number>;
  /** Of the full publication, seconds: `release` holds storing and compressing. */
  full_steps: Record<string, number>;
}

const quantile = (values: readonly number[], at: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))]!;
const round = (value: number) => Math.round(value * 100) / 100;
const portal = resolve(import.meta.dirname, '../../../portal');
const template = exampleEntries.find((entry) => entry.type === 'article')!;

/** Processor time a process has taken so far, seconds; not known outside Linux. */
function processorOf(pid: number | undefined): number | undefined {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = rest.split(' ').slice(11, 13).map(Number);
    return (user! + system!) / 100;
  } catch {
    return undefined;
  }
}

/** Past this a plain build is not waited for. */
const LONGEST_BUILD = 25 * 60_000;

/** @returns Seconds to the last page, and those Astro says it took to generate the pages: twins and index, which come after it, are no part of either. */
function buildByAstro(docs: number, folder: string): Promise<{ whole: number; pages: number; processor: number | undefined }> {
  const snapshot = join(folder, 'export.ndjson');
  const { lines, files } = buildDocuments(docs);
  mkdirSync(join(folder, 'media'));
  for (const { id } of files) writeFileSync(join(folder, 'media', id), `example file ${id}`);
  const head: FeedLine = { kind: 'head', epoch: 'bench', full: true };
  const end: FeedLine = { kind: 'end', sequence: 1, more: false };
  writeFileSync(snapshot, [head, ...lines, end].map((line) => `${JSON.stringify(line)}\n`).join(''));
  const child = spawn(process.execPath, [join(portal, 'node_modules/astro/astro.js'), 'build'], {
    cwd: portal,
    env: { ...process.env, NODE_ENV: 'production', SNAPSHOT: snapshot, MEDIA: join(folder, 'media'), PICTURE_CACHE: join(folder, 'pictures'), OUT_DIR: join(portal, '.cache', `astro-bench-${process.pid}`), ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const begun = performance.now();
  let printed = '';
  let whole: number | undefined;
  let processor: number | undefined;
  const take = (chunk: Buffer) => {
    printed += String(chunk);
    if (!/generating static routes[\s\S]*?Completed in/.test(printed)) return;
    whole ??= (performance.now() - begun) / 1000;
    processor ??= processorOf(child.pid);
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', take);
  const tooLong = setTimeout(() => child.kill('SIGKILL'), LONGEST_BUILD);
  return new Promise((done, fail) =>
    child.once('close', (code) => {
      clearTimeout(tooLong);
      rmSync(join(portal, '.cache', `astro-bench-${process.pid}`), { recursive: true, force: true });
      const said = /generating static routes[\s\S]*?Completed in ([\d.]+)(ms|s)/.exec(printed);
      if (code === null) fail(new Error(`astro build was not done after ${LONGEST_BUILD / 60_000} minutes`));
      else if (code !== 0 || !said) fail(new Error(`astro build ended with ${code}: ${printed.trim().split('\n').slice(-5).join(' ')}`));
      else done({ whole: whole!, pages: Number(said[1]) / (said[2] === 'ms' ? 1000 : 1), processor });
    }),
  );
}

async function measureSize({ docs, edits, renderer: rendererDir, withAstro, withEleventy }: SizeRequest): Promise<SizeResult> {
  const cms = await startCity(docs);
  const folder = makeFolder();
  // A build of the portal meanwhile must not take pages away from under the renderer.
  const copy = join(dirname(rendererDir), '.cache', `renderer-bench-${process.pid}`);
  cpSync(rendererDir, copy, { recursive: true });
  const renderer = await loadRenderer(copy);
  const example = openExamplePublisher({ dataDir: join(folder.path, 'data'), cms, renderer, openSearch: (dir) => openSearchIndex({ dir, writer: createDirectWriter() }) });

  const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; processor: number; result: T }> => {
    const [begun, before] = [performance.now(), process.cpuUsage()];
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - begun, processor: (user + system) / 1000, result };
  };
  const publish = () => example.publish({ always: false, cause: 'nudge' });

  const full = await timed(() => example.publish());
  const first: Run = full.result;
  const index = await timed(() => example.publisher.searchSettled());

  /** Publishes what each round changes. @returns each round's milliseconds to live and to found. */
  const rounds = async (count: number, change: (round: number) => FeedLine[]) => {
    const taken: { live: number; found: number; processor: number; run: Run }[] = [];
    for (let round = 0; round < count; round++) {
      await cms.change(...change(round));
      const { ms, processor, result: run } = await timed(publish);
      const more = await timed(() => example.publisher.searchSettled());
      taken.push({ live: ms, found: ms + more.ms, processor, run });
    }
    return taken;
  };
  const today = new Date().toISOString().slice(0, 10);
  const articleAt = (i: number, edition: number, day?: string): EntryLine => buildArticle(template, i, edition, day);
  const agency = buildAgencies()[0]!;

  const edited = await rounds(edits, (round) => [articleAt(docs - 2 - round * 7, 2)]);
  const added = await rounds(edits, (round) => [articleAt(docs + round, 1, today)]);
  const deleted = await rounds(edits, (round) => [{ kind: 'gone', type: 'article', documentId: `bench-${docs + round}`, locale: 'zh-Hans' }]);
  const fifty = await rounds(5, (round) => Array.from({ length: 50 }, (_, i) => articleAt(docs - 2 - round * 50 - i, 3 + round)));
  const renamed = await rounds(5, (round) => [{ ...agency, version: `bench-${round}`, data: { ...agency.data, title: `${String(agency.data.title)}（${round}）` } }]);
  const peak = process.resourceUsage().maxRSS / 1024;
  const { snapshot } = example.workshop.live;
  const eleventy = withEleventy ? await buildByEleventy(renderer.buildPages(snapshot, { today }), renderer, folder.path).catch((error: Error) => error) : new Error('not asked for');
  await example.close();
  cms.close();

  const live = (taken: typeof edited, at = 0.5) => round(quantile(taken.map((each) => each.live), at));
  const astro = withAstro ? await buildByAstro(docs, folder.path).catch((error: Error) => error) : new Error('not asked for');
  const result: SizeResult = {
    docs,
    pages: first.drawn,
    full_s: round(full.ms / 1000),
    full_processor_s: round(full.processor / 1000),
    astro_build_s: astro instanceof Error ? null : round(astro.whole),
    astro_pages_s: astro instanceof Error ? null : round(astro.pages),
    astro_processor_s: astro instanceof Error || astro.processor === undefined ? null : round(astro.processor),
    ...(astro instanceof Error && { astro_reason: astro.message }),
    ...(eleventy instanceof Error ? { eleventy_s: null, eleventy_pages: null, eleventy_reason: eleventy.message } : { eleventy_s: eleventy.seconds, eleventy_pages: eleventy.pages }),
    index_s: round(index.ms / 1000),
    edit_live_ms_p50: live(edited),
    edit_live_ms_p95: live(edited, 0.95),
    edit_processor_ms_p50: round(quantile(edited.map(({ processor }) => processor), 0.5)),
    new_live_ms_p50: live(added),
    delete_live_ms_p50: live(deleted),
    rename_agency_live_ms_p50: live(renamed),
    rename_agency_pages: renamed.at(-1)!.run.drawn,
    fifty_live_ms_p50: live(fifty),
    searchable_ms_p50: round(quantile(edited.map(({ found }) => found), 0.5)),
    peak_rss_mb: Math.round(peak),
    bytes_mb: round(first.bytes / 2 ** 20),
    full_steps: first.seconds,
    edit_steps: Object.fromEntries(Object.entries(edited.at(-1)!.run.seconds).map(([step, seconds]) => [step, round(seconds * 1000)])),
  };
  folder.remove();
  rmSync(copy, { recursive: true, force: true });
  return result;
}

collectEarly();
process.stdout.write(`${JSON.stringify(await measureSize(JSON.parse(process.argv[2]!) as SizeRequest))}\n`);
process.exit(0);
