import { cpSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { exampleEntries } from '@mingchuang/content/examples';
import { loadRenderer } from '@mingchuang/renderer';
import { openSearchIndex } from '@mingchuang/search';

import type { Run } from '../src/store/ledger.ts';
import { startExampleCms } from '../src/testing/example-cms.ts';
import { makeFolder, openExamplePublisher } from '../src/testing/example-publisher.ts';
import { buildArticle, buildDocuments } from './input/synthetic-documents.ts';

const USAGE = `用法：node --import tsx apps/publisher/bench/publish.ts [--docs 数量] [--edits 次数] [--search] [--renderer 目录]

用合成的文章测量：全站发布、改一篇文章到上线、内存。--search 同时测量搜索索引（慢）。`;

const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '10000' },
    edits: { type: 'string', default: '15' },
    search: { type: 'boolean', default: false },
    renderer: { type: 'string', default: resolve(import.meta.dirname, '../../portal/dist-renderer') },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const docs = Number(values.docs);
const megabytes = () => Math.round(process.memoryUsage.rss() / 1024 / 1024);
const secondsOf = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const begun = performance.now();
  const result = await work();
  return [(performance.now() - begun) / 1000, result];
};
const steps = ({ seconds }: Run) => Object.entries(seconds).map(([step, value]) => `${step} ${value.toFixed(3)}`).join('  ');
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const cms = await startExampleCms();
const folder = makeFolder();
const { lines, files } = buildDocuments(docs);
for (const { id } of files) cms.media.set(id, Buffer.from(`example file ${id}`));
cms.change(...lines);

// A build of the portal meanwhile must not take pages away from under the renderer.
const rendererCopy = join(dirname(values.renderer), '.cache', `renderer-bench-${process.pid}`);
cpSync(values.renderer, rendererCopy, { recursive: true });
process.on('exit', () => rmSync(rendererCopy, { recursive: true, force: true }));
const renderer = await loadRenderer(rendererCopy);
const example = openExamplePublisher({
  dataDir: folder.path,
  cms,
  renderer,
  ...(values.search && { openSearch: (dir: string) => openSearchIndex({ dir }) }),
});
let peak = megabytes();
const sampler = setInterval(() => (peak = Math.max(peak, megabytes())), 100);

const [full, first] = await secondsOf(() => example.publish());
console.log(`full publication: ${docs} documents, ${first.drawn} pages, ${full.toFixed(2)} s, ${Math.round(first.drawn / full)} pages/s; ${steps(first)}`);
console.log(`blocked ${first.blocked.length}, pages with warnings ${first.warnings.length}`);
for (const { reason } of [...first.blocked, ...first.warnings].slice(0, 5)) console.log(`  ${reason.slice(0, 300)}`);
if (values.search) console.log(`search index: ${(await secondsOf(() => example.publisher.searchSettled()))[0].toFixed(2)} s more`);

const template = exampleEntries.find((entry) => entry.type === 'article')!;
for (const kind of ['edit', 'new'] as const) {
  const times: number[] = [];
  const work: number[] = [];
  const found: number[] = [];
  let last: Run | undefined;
  for (let round = 0; round < Number(values.edits); round++) {
    const today = new Date().toISOString().slice(0, 10);
    cms.change(kind === 'edit' ? buildArticle(template, docs - 1 - round * 3, 2) : buildArticle(template, docs + round, 1, today));
    const before = process.cpuUsage();
    const [seconds, run] = await secondsOf(() => example.publish({ always: false, cause: 'nudge' }));
    const { user, system } = process.cpuUsage(before);
    work.push((user + system) / 1e6);
    times.push(seconds);
    last = run;
    const [more] = await secondsOf(() => example.publisher.searchSettled());
    found.push(seconds + more);
  }
  console.log(`${kind}: median ${median(times).toFixed(3)} s, worst ${Math.max(...times).toFixed(3)} s, processor ${median(work).toFixed(3)} s, ${last!.drawn} pages drawn; last: ${steps(last!)}`);
  if (values.search) console.log(`${kind} → found: median ${median(found).toFixed(3)} s, worst ${Math.max(...found).toFixed(3)} s`);
}
clearInterval(sampler);
console.log(`memory: ${megabytes()} MB, peak ${peak} MB (the example CMS is in it)`);
await example.close();
await cms.close();
folder.remove();
