// From an emergency alert in the feed to the bytes of every page at the gateway: a real publisher and a real gateway.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import type { FeedLine } from '@mingchuang/content';
import { exampleAlert } from '@mingchuang/content/examples';
import { loadRenderer } from '@mingchuang/renderer';

import { ExampleCity } from '../src/testing/example-city.ts';
import { startExampleCms } from '../src/testing/example-cms.ts';
import { makeFolder, openExamplePublisher } from '../src/testing/example-publisher.ts';

const BUDGET = 2000;
const USAGE = `用法：npm run bench -- alert [--rounds 次数] [--json 文件]

后台发布一条应急公告以后，到网站的每一页（标准版和长者版）都带着它，要多少毫秒。目标：${BUDGET}。用示例城市、真的发布程序和网关。`;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, json: { type: 'string' }, help: { type: 'boolean', default: false } } });
const rounds = Number(values.rounds);
if (values.help || !(rounds >= 1)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const RENDERER = resolve(import.meta.dirname, '../../portal/dist-renderer');
const cms = await startExampleCms();
const folder = makeFolder();
const city = new ExampleCity(cms, [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')], new Date());
for (const { documentId, locale } of city.ofType('alert')) city.send({ kind: 'gone', type: 'alert', documentId, locale });
const example = openExamplePublisher({ dataDir: folder.path, cms, renderer: await loadRenderer(RENDERER) });
await example.publish();

/** The gateway in a process of its own, with the renderer that draws the strip. */
async function startGateway(): Promise<{ address: string; stop: () => void }> {
  const reserved = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => reserved.once('listening', ready));
  const { port } = reserved.address() as AddressInfo;
  await new Promise((closed) => reserved.close(closed));
  const child = spawn(process.execPath, ['--import', 'tsx', resolve(import.meta.dirname, '../../gateway/src/main.ts')], {
    env: {
      PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder.path, CMS_URL: 'http://127.0.0.1:1', GATEWAY_TOKEN: 'token',
      RELEASE_PUBLIC_KEY_FILE: join(folder.path, 'secrets', 'release-key.pub.pem'), RENDERER_DIR: RENDERER, CASE_QUEUE_KEY: Buffer.alloc(32, 7).toString('base64'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${address}/readyz`).then(({ ok }) => ok, () => false))) await sleep(100);
  return { address, stop: () => child.kill('SIGTERM') };
}

const gateway = await startGateway();
const pages = [...example.workshop.current!.routes]
  .filter(([path, route]) => route.status === 200 && route.type.startsWith('text/html') && path.endsWith('/'))
  .flatMap(([path]) => [path, `/elder${path}`]);
const rows: { published: number; first: number; every: number; drawn: number }[] = [];
for (let round = 1; round <= rounds; round++) {
  const title = `演练：第 ${round} 次暴雨红色预警`;
  const instant = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const begun = performance.now();
  const elapsed = () => Math.round(performance.now() - begun);
  cms.change({ kind: 'entry', type: 'alert', documentId: 'drill', locale: 'zh-Hans', version: `drill-${round}`, data: { ...exampleAlert.data, title, startsAt: instant(-1), endsAt: instant(5) } } as FeedLine);
  const { drawn } = await example.publish({ cause: 'nudge', always: false });
  const published = elapsed();
  let first: number | undefined;
  // One after the other: every page is asked, and the last one after all others were right.
  for (const path of pages) {
    while (!(await (await fetch(gateway.address + path)).text()).includes(title)) await sleep(5);
    first ??= elapsed();
  }
  rows.push({ published, first: first!, every: elapsed(), drawn });
  console.log(`  ${round}: released after ${published} ms (${drawn} pages drawn), at the gateway after ${first} ms, all ${pages.length} pages read one by one after ${elapsed()} ms`);
}
const worst = Math.max(...rows.map(({ first }) => first));
console.log(`at the gateway after ${worst} ms at most (budget ${BUDGET}); load ${loadavg()[0]!.toFixed(1)}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ pages: pages.length, rows }, null, 2)}\n`);

gateway.stop();
await example.close();
await cms.close();
folder.remove();
process.exit(0);
