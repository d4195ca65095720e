import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { SizeRequest, SizeResult } from './input/measure-size.ts';

const USAGE = `用法：npm run bench -- publish [--docs 1000,10000,100000] [--edits 次数] [--astro-up-to 篇数] [--eleventy] [--json 文件]

用合成的文章测量每种规模：全站发布、改一篇、加一篇、删一篇、改部门名称、一次改 50 篇到上线和能搜到的时间、内存；
和 astro build（并发 8）画同样的页比较。--docs 默认 1000,10000；--astro-up-to 默认 10000，更大的规模不跑 astro build。
--eleventy 还用 npx 取 Eleventy，画同样的文章和列表来比较。`;

const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '1000,10000' },
    edits: { type: 'string', default: '15' },
    'astro-up-to': { type: 'string', default: '10000' },
    eleventy: { type: 'boolean', default: false },
    json: { type: 'string' },
    renderer: { type: 'string', default: resolve(import.meta.dirname, '../../portal/dist-renderer') },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const sizes = values.docs.split(',').map(Number);
const edits = Number(values.edits);
if (![...sizes, edits].every((count) => Number.isInteger(count) && count > 0) || edits < 5) {
  console.error(`--docs 应是用逗号隔开的正整数，--edits 应是不小于 5 的整数。\n\n${USAGE}`);
  process.exit(2);
}

/** Asks a program of this bench. Each has a process of its own, so that its memory is its own. */
function ask<Answer>(program: string, request: SizeRequest): Promise<Answer> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'input', program), JSON.stringify(request)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)));
  return new Promise((done, fail) =>
    child.once('close', (code) => (code === 0 ? done(JSON.parse(printed.trim().split('\n').at(-1)!) as Answer) : fail(new Error(`${request.docs} documents: ${program} ended with ${code}`)))),
  );
}

async function measure(request: SizeRequest): Promise<Result> {
  const uncompressed_s = request.withAstro ? await ask<number>('draw-uncompressed.ts', request) : null;
  return { ...(await ask<SizeResult>('measure-size.ts', request)), uncompressed_s };
}

/** What was measured, and the seconds of the same publication without compression where Astro drew the pages too. */
type Result = SizeResult & { uncompressed_s: number | null };

/** Rows of the table: name, value, and the budget of design.md § 10 where there is one. */
const ROWS: [string, (result: Result) => string][] = [
  ['pages drawn', ({ pages }) => String(pages)],
  ['full publication, s', ({ full_s }) => full_s.toFixed(2)],
  ['full publication, processor, s', ({ full_processor_s }) => full_processor_s.toFixed(2)],
  ['astro build, same pages, s', ({ astro_build_s }) => astro_build_s?.toFixed(2) ?? '-'],
  ['astro build, without its bundle, s', ({ astro_pages_s }) => astro_pages_s?.toFixed(2) ?? '-'],
  ['astro build, processor, s', ({ astro_processor_s }) => astro_processor_s?.toFixed(2) ?? '-'],
  ['full publication, uncompressed, s', ({ uncompressed_s }) => uncompressed_s?.toFixed(2) ?? '-'],
  ['uncompressed / astro (budget 0.7 at 10,000)', ({ uncompressed_s, astro_build_s }) => (astro_build_s && uncompressed_s ? (uncompressed_s / astro_build_s).toFixed(2) : '-')],
  ['uncompressed / astro without its bundle', ({ uncompressed_s, astro_pages_s }) => (astro_pages_s && uncompressed_s ? (uncompressed_s / astro_pages_s).toFixed(2) : '-')],
  ['Eleventy, articles and lists, s', ({ eleventy_s }) => eleventy_s?.toFixed(2) ?? '-'],
  ['a page by us / by Eleventy', ({ full_s, pages, eleventy_s, eleventy_pages }) => (eleventy_s && eleventy_pages ? (full_s / pages / (eleventy_s / eleventy_pages)).toFixed(2) : '-')],
  ['search index more, s', ({ index_s }) => index_s.toFixed(2)],
  ['edit live, ms, p50 (budget 500 / 1000)', ({ edit_live_ms_p50 }) => edit_live_ms_p50.toFixed(0)],
  ['edit live, ms, p95', ({ edit_live_ms_p95 }) => edit_live_ms_p95.toFixed(0)],
  ['edit, processor, ms, p50', ({ edit_processor_ms_p50 }) => edit_processor_ms_p50.toFixed(0)],
  ['new live, ms, p50', ({ new_live_ms_p50 }) => new_live_ms_p50.toFixed(0)],
  ['deletion live, ms, p50', ({ delete_live_ms_p50 }) => delete_live_ms_p50.toFixed(0)],
  ['50 at once live, ms, p50', ({ fifty_live_ms_p50 }) => fifty_live_ms_p50.toFixed(0)],
  ['agency renamed live, ms, p50', ({ rename_agency_live_ms_p50 }) => rename_agency_live_ms_p50.toFixed(0)],
  ['agency renamed, pages', ({ rename_agency_pages }) => String(rename_agency_pages)],
  ['edit found, ms, p50 (budget 2000)', ({ searchable_ms_p50 }) => searchable_ms_p50.toFixed(0)],
  ['peak memory, MB (budget 1024 / 2048)', ({ peak_rss_mb }) => String(peak_rss_mb)],
  ['written before compression, MB', ({ bytes_mb }) => bytes_mb.toFixed(1)],
];

const results: Result[] = [];
for (const docs of sizes) {
  console.log(`${docs} documents…`);
  const result = await measure({ docs, edits, renderer: values.renderer, withAstro: docs <= Number(values['astro-up-to']), withEleventy: values.eleventy });
  results.push(result);
  if (result.astro_reason) console.log(`  no astro build: ${result.astro_reason}`);
  if (values.eleventy && result.eleventy_reason) console.log(`  no Eleventy: ${result.eleventy_reason}`);
  console.log(`  steps of the full publication, s: ${Object.entries(result.full_steps).map(([step, seconds]) => `${step} ${seconds}`).join(', ')}`);
  console.log(`  steps of an edit, ms: ${Object.entries(result.edit_steps).map(([step, ms]) => `${step} ${ms}`).join(', ')}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}
console.log(['', ...sizes.map(String)].map((text, column) => (column ? text.padStart(10) : text.padEnd(45))).join(''));
for (const [name, valueOf] of ROWS) console.log(name.padEnd(45) + results.map((result) => valueOf(result).padStart(10)).join(''));
const [small, large] = [results[0]!, results.at(-1)!];
if (results.length > 1) console.log(`an edit at ${large.docs} costs ${(large.edit_live_ms_p50 / small.edit_live_ms_p50).toFixed(1)} × one at ${small.docs} (budget 5 for 100,000 against 1,000)`);
