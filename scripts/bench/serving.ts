// Requests a second and the slowest in a hundred: the gateway beside nginx, one process each, over the same release.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import autocannon from 'autocannon';

import { performCommand } from '../../apps/publisher/src/commands/perform.ts';
import { ExampleCity } from '../../apps/publisher/src/testing/example-city.ts';
import { startExampleCms } from '../../apps/publisher/src/testing/example-cms.ts';
import { makeFolder, openExamplePublisher } from '../../apps/publisher/src/testing/example-publisher.ts';
import { startGatewayProcess } from '../../apps/publisher/src/testing/gateway-process.ts';
import { loadRenderer } from '../../packages/renderer/src/index.ts';
import { openSearchIndex } from '../../packages/search/src/index.ts';
import { findNginx, startNginx } from '../steps/nginx.mjs';

const USAGE = `用法：npm run bench -- serving [--seconds 秒] [--json 文件]

同一个发布版本，网关和 nginx 各开一个进程，50 个连接，比较每秒答多少次、百分之一最慢的要多久（p99）和各用多少处理器。
没有 nginx 时只测网关。默认每项 5 秒，三遍取中间的一遍。`;

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' }, json: { type: 'string' }, help: { type: 'boolean', default: false } } });
const duration = Number(values.seconds);
if (values.help || !(duration > 0)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** One address in one encoding, by one server. */
interface Measured {
  requests_s: number;
  p99_ms: number;
}

const median = (list: Measured[]) => [...list].sort((a, b) => a.requests_s - b.requests_s)[Math.floor(list.length / 2)]!;
async function measure(url: string, encoding: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < 3; run++) {
    const { requests, latency, non2xx, errors } = await autocannon({ url, duration, connections: 50, headers: { 'accept-encoding': encoding } });
    if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} wrong answers, ${errors} errors`);
    runs.push({ requests_s: Math.round(requests.average), p99_ms: latency.p99 });
  }
  return median(runs);
}

const cms = await startExampleCms();
const folder = makeFolder();
const tree = join(folder.path, 'site');
const city = new ExampleCity(cms, [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')], new Date('2026-11-22T02:00:00Z'));
// The alert of the examples is over on any other day; nginx leaves alerts to the page's script.
for (const alert of city.ofType('alert')) city.send({ kind: 'gone', type: 'alert', documentId: alert.documentId, locale: alert.locale });
const example = openExamplePublisher({ dataDir: folder.path, cms, now: () => city.now, renderer: await loadRenderer(resolve('apps/portal/dist-renderer')), openSearch: (dir) => openSearchIndex({ dir }) });
await example.publish();
await example.publisher.searchSettled();
await performCommand({ verb: 'export', folder: tree }, example.workshop, example.publisher);
const article = [...example.workshop.current!.routes].find(([path]) => /^\/zixun\/yaowen\/\d{6}\//.test(path))![0];
const sheet = [...example.workshop.current!.routes.keys()].find((path) => path.startsWith('/_astro/') && path.endsWith('.css'))!;

const gateway = await startGatewayProcess(folder.path, join(folder.path, 'secrets', 'release-key.pub.pem'));
const nginx = await findNginx()
  .then((program) => startNginx(program, tree, gateway.port))
  .catch((error: unknown) => {
    console.log(`没有和 nginx 比较：${(error as Error).message}`);
    return undefined;
  });

const encodings = ['identity', 'gzip', ...(nginx?.hasBrotli === false ? [] : ['br'])];
if (nginx && !nginx.hasBrotli) console.log('这台机器的 nginx 没有 brotli 模块，不比较 br。');
const results: Record<string, { gateway: Measured; nginx: Measured | null }> = {};
console.log(`${'page, encoding'.padEnd(24)}${'gateway/s'.padStart(11)}${'p99, ms'.padStart(9)}${'nginx/s'.padStart(11)}${'p99, ms'.padStart(9)}${'ratio'.padStart(8)}`);
for (const [name, path] of [['home', '/'], ['article', article], ['style sheet', sheet]] as const) {
  for (const encoding of encodings) {
    const own = await measure(`http://127.0.0.1:${gateway.port}${path}`, encoding);
    const theirs = nginx ? await measure(`http://127.0.0.1:${nginx.port}${path}`, encoding) : null;
    results[`${name}, ${encoding}`] = { gateway: own, nginx: theirs };
    const peer = theirs ? `${String(theirs.requests_s).padStart(11)}${String(theirs.p99_ms).padStart(9)}${(own.requests_s / theirs.requests_s).toFixed(2).padStart(8)}` : '-'.padStart(11);
    console.log(`${`${name}, ${encoding}`.padEnd(24)}${String(own.requests_s).padStart(11)}${String(own.p99_ms).padStart(9)}${peer}`);
  }
}
console.log(`load ${loadavg()[0]!.toFixed(1)} at the end`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);

await nginx?.stop();
await gateway.stop();
await example.close();
await cms.close();
folder.remove();
process.exit(0);
