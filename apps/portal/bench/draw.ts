import { brotliCompressSync, constants } from 'node:zlib';

import { MemorySnapshot, isRedirect, type Page } from '@mingchuang/content';

import { builtRenderer } from '../tests/built-renderer.ts';
import { syntheticEntries } from '../tests/synthetic-entries.ts';

if (process.argv.includes('--help')) {
  console.log('用法：npx tsx apps/portal/bench/draw.ts [篇数]\n\n量一量：从快照算出全部页面要多久，每秒能画多少页，一页有多大。先构建门户模板。');
  process.exit(0);
}

const count = Number(process.argv[2] ?? 10_000);
const snapshot = new MemorySnapshot(syntheticEntries(count));
const renderer = await builtRenderer();
const options = { today: '2026-11-22' };
const time = async <T>(work: () => T | Promise<T>): Promise<[number, T]> => {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
};
const ms = (value: number) => `${value.toFixed(0)} ms`;

const [first, pages] = await time(() => [...renderer.buildPages(snapshot, options)].filter((page): page is Page => !isRedirect(page)));
const [again] = await time(() => [...renderer.buildPages(snapshot, options)].length);
const before = process.cpuUsage();
const [drawing, bytes] = await time(async () => {
  let sum = 0;
  for (const page of pages) sum += (await renderer.draw({ ...page, props: page.props() })).body.length;
  return sum;
});
const { user, system } = process.cpuUsage(before);
const busy = (user + system) / 1000;
const article = pages.find(({ template }) => template === 'Article')!;
const { body } = await renderer.draw({ ...article, props: article.props() });
const weight = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

console.log(`${count} documents, ${pages.length} pages`);
console.log(`buildPages: ${ms(first)} the first time, ${ms(again)} again`);
console.log(`draw: ${ms(drawing)}, ${Math.round(pages.length / (drawing / 1000))} pages/s, ${(bytes / 1e6).toFixed(0)} million characters`);
console.log(`      ${ms(busy)} of processor time, ${(busy / pages.length).toFixed(2)} ms a page`);
console.log(`article: ${weight} bytes of HTML by brotli 11`);
console.log(`memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
