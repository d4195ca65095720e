// Requests a second for a page: the gateway against Node's bare http server handing out the same bytes from memory.
// Also how long a switch of releases takes to be served, and how many letters a second are acknowledged.
//
//   npx tsx apps/gateway/bench/serve.ts [--seconds 5] [--json]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import autocannon from 'autocannon';

import { createViewToken } from '../src/cases/view-token.ts';
import { deriveKeys } from '../src/secrets/keys.ts';
import { ReleaseMaker } from '../tests/release-maker.ts';
import { startCms } from '../tests/stand-in-cms.ts';
import { page } from '../tests/stand-in-renderer.ts';
import { ask, SITE, until } from '../tests/start-gateway.ts';
import { startProcess, startProgram } from '../tests/start-process.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
if (values.help) {
  process.stdout.write('npx tsx apps/gateway/bench/serve.ts [--seconds 5] [--json]\n');
  process.exit(0);
}
const duration = Number(values.seconds);
const results: Record<string, number> = {};
const report = (name: string, value: number, unit: string) => {
  results[name] = Math.round(value * 10) / 10;
  if (!values.json) process.stdout.write(`${name.padEnd(44)} ${String(results[name]).padStart(10)} ${unit}\n`);
};
const measure = async (url: string, headers: Record<string, string> = {}) => {
  const { requests, non2xx, errors } = await autocannon({ url, duration, connections: 50, headers });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} wrong answers, ${errors} errors`);
  return requests.average;
};

const ARTICLE = page('通知', '<p>望川市水务局关于滨江路停水检修的通知。</p>'.repeat(300));
const dataDir = mkdtempSync(join(tmpdir(), 'mc-bench-'));
const maker = new ReleaseMaker(dataDir);
const stored = maker.route(ARTICLE);
const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`/news/202611/${index.toString(36).padStart(8, '0')}/`, stored]));
maker.release({ content: { ...SITE, '/article/': ARTICLE } });
const cms = await startCms();
const gateway = await startProcess(dataDir, cms.url, maker);
process.on('exit', () => gateway.child.kill('SIGKILL'));
const bareServer = await startProgram(fileURLToPath(new URL('../tests/bare-server.ts', import.meta.url)), Buffer.from(ARTICLE).toString('base64'));
process.on('exit', () => bareServer.child.kill('SIGKILL'));
const bare = `http://127.0.0.1:${bareServer.port}/`;
const own = `http://127.0.0.1:${gateway.port}`;

report('bare http server, page', await measure(bare), 'requests/s');
report('gateway, page', await measure(`${own}/article/`), 'requests/s');
report('gateway, page, brotli', await measure(`${own}/article/`, { 'accept-encoding': 'br' }), 'requests/s');
report('gateway, elderly page, brotli', await measure(`${own}/elder/article/`, { 'accept-encoding': 'br' }), 'requests/s');

const token = () => createViewToken(deriveKeys(gateway.secret).viewToken, Date.now() - 60_000);
let letter = 0;
const writeLetters = async (milliseconds: number): Promise<number> => {
  const end = performance.now() + milliseconds;
  const began = letter;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (performance.now() < end) {
        const number = ++letter;
        const form = { purpose: 'help', agency: '', title: `第 ${number} 封来信`, body: `这是第 ${number} 封来信的内容`, name: '王', phone: '13800000000', mayPublish: 'no', token: token() };
        const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: own };
        const { status } = await ask(gateway.port, '/letters/write/', { method: 'POST', headers, body: new URLSearchParams(form).toString() });
        if (status !== 303) throw new Error(`A letter was answered with ${status}`);
      }
    }),
  );
  return (letter - began) / (milliseconds / 1000);
};
report('letters, CMS there', await writeLetters(duration * 1000), 'letters/s');
cms.behaviour = 'fails';
report('letters, CMS away (sealed queue)', await writeLetters(duration * 1000), 'letters/s');

const timeSwitch = async (body: string, whole: boolean) => {
  const content = { '/article/': body };
  const { id } = maker.make(whole ? { content: { ...SITE, ...content }, routes: many, whole } : { content });
  const began = performance.now();
  maker.switchTo(id);
  await until(async () => (await ask(gateway.port, '/article/')).text === body, 60_000);
  return performance.now() - began;
};
report('switch by a difference, 8 routes', await timeSwitch(page('1', '1'), false), 'ms');
report('switch to a whole release, 100,000 routes', await timeSwitch(page('2', '2'), true), 'ms');
report('switch by a difference, 100,000 routes', await timeSwitch(page('3', '3'), false), 'ms');

if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
await cms.close();
rmSync(dataDir, { recursive: true, force: true });
process.exit(0);
