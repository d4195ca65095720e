// Requests a second for a page: the gateway against Node's bare http server handing out the same bytes from memory.
// Also how long a switch of releases takes to be served, and how many letters a second are acknowledged.
//
//   npx tsx apps/gateway/bench/serve.ts [--seconds 5] [--json]
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import autocannon from 'autocannon';

import { createViewToken } from '../src/letters/view-token.ts';
import { deriveKeys } from '../src/secrets/keys.ts';
import { ReleaseMaker } from '../tests/release-maker.ts';
import { startCms } from '../tests/stand-in-cms.ts';
import { page } from '../tests/stand-in-renderer.ts';
import { ask, SITE, until } from '../tests/start-gateway.ts';
import { startProcess } from '../tests/start-process.ts';

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
const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`/news/202611/${index.toString(36).padStart(8, '0')}/`, ARTICLE]));
maker.release({ content: { ...SITE, '/article/': ARTICLE } });
const cms = await startCms();
const gateway = await startProcess(dataDir, cms.url, maker);
const baseline = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(ARTICLE) }).end(ARTICLE);
});
await new Promise<void>((resolve) => baseline.listen(0, '127.0.0.1', resolve));
const bare = `http://127.0.0.1:${(baseline.address() as AddressInfo).port}/`;
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

const timeSwitch = async (content: Record<string, string>, whole: boolean) => {
  const { id } = maker.make({ content: whole ? { ...SITE, ...content } : content, whole });
  const [path] = Object.entries(content).at(-1)!;
  const mark = Object.values(content).at(-1)!;
  const began = performance.now();
  maker.switchTo(id);
  await until(async () => (await ask(gateway.port, path)).text === mark, 30_000);
  return performance.now() - began;
};
report('switch by a difference, 8 routes', await timeSwitch({ '/article/': page('1', '1') }, false), 'ms');
report('switch to a whole release, 100,000 routes', await timeSwitch({ ...many, '/article/': page('2', '2') }, true), 'ms');
report('switch by a difference, 100,000 routes', await timeSwitch({ '/article/': page('3', '3') }, false), 'ms');

if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
baseline.closeAllConnections();
baseline.close();
gateway.child.kill('SIGKILL');
await cms.close();
rmSync(dataDir, { recursive: true, force: true });
