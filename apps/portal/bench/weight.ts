import { createReadStream } from 'node:fs';

import { ELDERLY_MARKER, entryOfLine, isRedirect, MemorySnapshot, MODE_MARKER, parseFeed, type AnyEntry, type Drawable, type Page, type Snapshot } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';

import { exampleDrawables } from '../e2e/example-drawables.ts';
import { isFile } from '../src/files/draw-file.ts';
import { isFragment } from '../src/templates/fragments.ts';
import { BUDGETS } from '../tests/budgets.ts';
import { builtRenderer } from '../tests/built-renderer.ts';
import { createScale, medianBy, type Weight } from '../tests/weigh-page.ts';

if (process.argv.includes('--help')) {
  console.log(`用法：npm run bench -- weight

每种模板的网页有多重：HTML、CSS、JS 各多少字节（brotli 11），要请求几次，标准版和长者版各多少。
量的是示例内容；要量一座城市的全部内容，用 SNAPSHOT=export.ndjson TODAY=YYYY-MM-DD 指定一份导出。`);
  process.exit(0);
}

interface Weighed {
  path: string;
  standard: Weight;
  elderly: Weight;
}

/** GOV.UK's home page, measured in a browser: transferred bytes and requests, pictures and fonts included. */
const GOV_UK = { bytes: 200_000, requests: 17 };

async function openSnapshot(file: string | undefined): Promise<Snapshot> {
  if (!file) return exampleSnapshot();
  const entries: AnyEntry[] = [];
  for await (const line of parseFeed(createReadStream(file), file)) {
    const entry = line.kind === 'entry' ? entryOfLine(line) : undefined;
    if (entry) entries.push(entry);
  }
  return new MemorySnapshot(entries);
}

/** Every page of the snapshot, and those the gateway draws for one visitor. */
function* listDrawables(pages: Iterable<Page>): Generator<Drawable> {
  for (const page of pages) if (!isFile(page.template)) yield { ...page, props: page.props() };
  for (const drawable of exampleDrawables()) if (!isFragment(drawable.template)) yield drawable;
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
const verdict = (bytes: number, budget: number) => `${(bytes / 1000).toFixed(1)} kB，预算 ${budget / 1000} kB，${bytes <= budget ? '够用' : '超了'}`;

const { SNAPSHOT, TODAY } = process.env;
const renderer = await builtRenderer();
const weigh = createScale(renderer.assets);
const pages = [...renderer.buildPages(await openSnapshot(SNAPSHOT), { today: TODAY ?? EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page));
const byTemplate = new Map<string, Weighed[]>();
for (const drawable of listDrawables(pages)) {
  const { body } = await renderer.draw(drawable);
  const weighed = { path: drawable.path, standard: weigh(body), elderly: weigh(body.replace(MODE_MARKER, ELDERLY_MARKER)) };
  byTemplate.set(drawable.template, [...(byTemplate.get(drawable.template) ?? []), weighed]);
}

console.log('模板                     页数    HTML    CSS     JS   标准版  长者版  最重  请求   （kB，brotli 11；每种模板取中间的一页）');
for (const [template, list] of [...byTemplate].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const { standard, elderly } = medianBy(list, (one) => one.standard.total);
  const heaviest = Math.max(...list.map((one) => one.standard.total));
  const sizes = [standard.html, standard.css, standard.js, standard.total, elderly.total, heaviest].map(kB).join(' ');
  console.log(`${template.padEnd(24)} ${String(list.length).padStart(4)} ${sizes} ${String(standard.requests).padStart(5)}`);
}

console.log(`${'GOV.UK 首页（对照）'.padEnd(20)} ${' '.repeat(25)}${kB(GOV_UK.bytes)} ${' '.repeat(13)} ${String(GOV_UK.requests).padStart(5)}   （在浏览器里量的，含字体和图片）`);

const article = medianBy(byTemplate.get('Article')!, (one) => one.standard.total).standard;
const home = byTemplate.get('Home')!.find(({ path }) => path === '/')!.standard;
console.log(`\n中间的一篇文章：${verdict(article.total, BUDGETS.article)}`);
console.log(`首页（不含图片）：${verdict(home.total, BUDGETS.home)}，${home.requests} 次请求`);
console.log(`本站首页是 GOV.UK 首页的 ${Math.round((home.total / GOV_UK.bytes) * 100)}%`);
