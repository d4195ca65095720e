// From an emergency alert being published in the CMS to the bytes of every page at the gateway: the whole platform, demo city.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { runPlatform } from '../../apps/gateway/e2e/run-platform.ts';

const BUDGET = 2000;
const USAGE = `用法：npm run bench -- alert [--rounds 次数] [--json 文件]

在后台发布一条应急公告，直到网站上每一种栏目的页面（标准版和长者版）都带着它，要多少毫秒；撤下它，直到都不再有。
跑的是整个平台和示例城市。目标：${BUDGET} 毫秒。`;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, json: { type: 'string' }, help: { type: 'boolean', default: false } } });
const rounds = Number(values.rounds);
if (values.help || !(rounds >= 1)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const platform = await runPlatform();
const ALERTS = '/content-manager/collection-types/api::alert.alert';
const email = 'siteadmin@wangchuan.example';

async function call(token: string | undefined, method: string, path: string, body?: object): Promise<Record<string, any>> {
  const response = await fetch(platform.cms + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text || '{}');
}

/** A page of each column, the home pages and a document, in both modes. */
async function listPages(): Promise<string[]> {
  const sitemap = await (await fetch(`${platform.portal}/sitemap.xml`)).text();
  const paths = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, path]) => path!);
  const shortest = new Map<string, string>();
  for (const path of paths.sort((a, b) => a.length - b.length)) {
    const place = path.split('/').slice(0, 3).join('/');
    if (!shortest.has(place)) shortest.set(place, path);
  }
  const standard = [...new Set(['/', '/en/', ...shortest.values()])];
  return standard.flatMap((path) => [path, `/elder${path}`]);
}

const get = async (path: string) => (await fetch(platform.portal + path)).text();

/** Milliseconds since `begun` until the first and until every page is as wished, asked one after the other. */
async function untilAll(pages: readonly string[], begun: number, isRight: (html: string) => boolean): Promise<{ first: number; all: number }> {
  let first: number | undefined;
  for (const path of pages) {
    while (!isRight(await get(path))) {
      if (performance.now() - begun > 60_000) throw new Error(`${path} is still wrong after a minute`);
      await sleep(5);
    }
    first ??= performance.now() - begun;
  }
  return { first: first!, all: performance.now() - begun };
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
try {
  const { data } = await call(undefined, 'POST', '/admin/login', { email, password: platform.password(email), deviceId: crypto.randomUUID() });
  const token = data.token as string;
  const { results } = await call(token, 'GET', '/content-manager/collection-types/api::site.site?sort=siteCode:ASC');
  const site = results[0].documentId as string;
  const pages = await listPages();
  console.log(`${pages.length} pages…`);
  const rows: Record<string, number>[] = [];
  for (let round = 1; round <= rounds; round++) {
    const title = `演练：第 ${round} 次暴雨红色预警`;
    const instant = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const alert = { title, level: 'red', message: '这是演练。', site: { connect: [{ documentId: site }] }, startsAt: instant(-1), endsAt: instant(5) };
    const created = await call(token, 'POST', ALERTS, alert);
    const published = performance.now();
    await call(token, 'POST', `${ALERTS}/${created.data.documentId}/actions/publish`, {});
    const answered = performance.now() - published;
    const there = await untilAll(pages, published, (html) => html.includes(title));
    const withdrawn = performance.now();
    await call(token, 'POST', `${ALERTS}/${created.data.documentId}/actions/unpublish`, {});
    const gone = await untilAll(pages, withdrawn, (html) => !html.includes(title));
    rows.push({ answered, first: there.first, every: there.all, gone: gone.all });
    console.log(`  ${round}: ${Object.entries(rows.at(-1)!).map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(', ')}`);
  }
  const every = rows.map((row) => row.every!);
  console.log(`on every page after ${median(every).toFixed(0)} ms in the middle, ${Math.max(...every).toFixed(0)} ms at most (budget ${BUDGET}); load ${loadavg()[0]!.toFixed(1)}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ pages: pages.length, rows }, null, 2)}\n`);
} finally {
  await platform.stop();
}
