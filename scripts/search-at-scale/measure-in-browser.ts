import type { Browser, Page } from '@playwright/test';

import { meanOf, ndcg } from '../../packages/search/judged/ndcg.ts';
import { askEach } from './ask-each.ts';
import type { Answer, Ask, Asking } from './engine.ts';
import { isTitleFirst, quantile, recallOf } from './metrics.ts';
import { peakOf } from './processes.ts';
import type { Questions } from './questions.ts';
import type { Site } from './serve-site.ts';
import { openBrake, renderersOf, type Brake } from './slow-processor.ts';
import type { Truth } from './truth.ts';

/** What a visitor waits for and loads. Kilobytes of 1,000 bytes, as they travel. */
export interface Speed {
  cold_kb: number;
  /** As `cold_kb` until the first ten results stand: where few are found in the newest documents, reading goes on. */
  first_kb: number;
  cold_requests: number;
  cold_ms: number;
  /** As `cold_kb` when all documents are read. */
  everything_kb: number;
  warm_ms_p50: number;
  warm_ms_p95: number;
  /** The same until the first results stand. */
  warm_first_ms_p50: number;
  warm_first_ms_p95: number;
}

/** How good what is found is; `page_mb` is the most memory the page has held while it was asked. */
export interface Quality {
  /** Of judged queries, titles and pieces: fewer than there are when the time was over. */
  asked: number;
  ndcg10: number;
  title_first: number;
  substring_recall: number;
  page_mb: number;
}

const COLD = 11;
const WARM = 45;
/** Results a visitor sees, and as many as are looked at for what is missing. */
const SHOWN = 10;
const LISTED = 100;
/** What loads so much loads the same whatever is asked: once tells. */
const WHOLE_INDEX_KB = 3000;
/** Milliseconds after which a page does not start at all. */
const LONGEST_START = 120_000;

const askPage = (page: Page, asking: Asking): Promise<Answer> => page.evaluate((asked) => (globalThis as unknown as { ask: Ask }).ask(asked), asking);

const newVisitor = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function open(page: Page, site: Site): Promise<Page> {
  page.setDefaultTimeout(LONGEST_START);
  await page.goto(site.url);
  await page.waitForFunction(() => 'ask' in globalThis);
  return page;
}

/** Measures first searches of new visitors, and the searches of one who stays, over a slow network on a slow telephone. */
export async function measureSpeed(browser: Browser, site: Site, { judged, titles, pieces }: Questions, minutes: number): Promise<Speed> {
  const brake = await openBrake(browser);
  site.link.isSlow = true;
  try {
    const queries = every(judged, COLD).map(({ query }) => query);
    const third = minutes / 3;
    const first = await askNewVisitors(browser, site, brake, queries, {}, third);
    const kb = median(first.map((one) => one.kb));
    const everything = first[0]!.isWhole ? first : await askNewVisitors(browser, site, brake, queries, { everything: true }, third);
    let firstAt: number | undefined;
    const visitor = await newVisitor(browser);
    await visitor.exposeFunction('tellFirst', () => (firstAt ??= performance.now()));
    const page = await open(visitor, site);
    await askPage(page, { query: queries[0]!, most: SHOWN });
    await brake.hold();
    const next = mixed(every(judged.slice(1), WARM / 3).map((one) => one.query), every(titles, WARM / 3).map(({ typed }) => typed), every(pieces, WARM / 3));
    const waited = await askEach('searches of one visitor', next, third, async (query) => {
      firstAt = undefined;
      const from = performance.now();
      await askPage(page, { query, most: SHOWN });
      const to = performance.now();
      return { first: (firstAt ?? to) - from, all: to - from };
    });
    const [all, firsts] = [waited.map((one) => one.all), waited.map((one) => one.first)];
    brake.free();
    await page.context().close();
    return {
      cold_kb: Math.round(kb),
      first_kb: Math.round(median(first.map((one) => one.firstKb))),
      cold_requests: median(first.map(({ requests }) => requests)),
      cold_ms: Math.round(median(first.map(({ ms }) => ms))),
      everything_kb: Math.round(median(everything.map((one) => one.kb))),
      warm_ms_p50: Math.round(quantile(all, 0.5)),
      warm_ms_p95: Math.round(quantile(all, 0.95)),
      warm_first_ms_p50: Math.round(quantile(firsts, 0.5)),
      warm_first_ms_p95: Math.round(quantile(firsts, 0.95)),
    };
  } finally {
    site.link.isSlow = false;
    await brake.close();
  }
}

async function askNewVisitors(browser: Browser, site: Site, brake: Brake, queries: readonly string[], how: Pick<Asking, 'everything'>, minutes: number) {
  let isLarge = false;
  const all = await askEach('first searches', queries, minutes, async (query) => {
    if (isLarge) return undefined;
    const page = await newVisitor(browser);
    await page.exposeFunction('tellFirst', () => site.noteFirst());
    await brake.hold();
    site.takeTraffic();
    const from = performance.now();
    await open(page, site);
    const { searched } = await askPage(page, { query, most: SHOWN, ...how });
    const ms = performance.now() - from;
    brake.free();
    const { bytes, requests, firstBytes } = site.takeTraffic();
    await page.context().close();
    isLarge = bytes / 1000 > WHOLE_INDEX_KB;
    return { kb: bytes / 1000, firstKb: firstBytes / 1000, requests, ms, isWhole: searched === undefined };
  });
  return all.filter((one) => one !== undefined);
}

/** Asks everything there is to ask, or what there is time for, at full speed, and judges the answers. */
export async function measureQuality(browser: Browser, site: Site, { titles, pieces, judged }: Questions, truth: Truth, minutes: number): Promise<Quality> {
  const page = await open(await newVisitor(browser), site);
  const crashed = new Promise<never>((_, fail) => page.once('crash', () => fail(new Error('the page ran out of memory'))));
  crashed.catch(() => undefined);
  const ask = (asking: Asking) => Promise.race([askPage(page, asking), crashed]);
  const third = minutes / 3;

  const gains = await askEach('judged queries', judged, third, async (one) => ndcg(one, (await ask({ query: one.query, most: SHOWN })).results));
  const first = await askEach('titles', titles, third, async (title) => Number(isTitleFirst(title, await ask({ query: title.typed, most: 1 }), truth)));
  const recalls = await askEach('pieces', pieces, third, async (query) => {
    const asking = { query, most: LISTED, asTyped: true };
    const answer = await ask(asking);
    const held = truth.holding(query, answer.searched ?? Infinity);
    // What is found beyond the documents that were searched, for its name, takes places in the list.
    if (held.size > LISTED || (answer.exact ?? 0) <= LISTED) return recallOf(held, answer, LISTED);
    return recallOf(held, await ask({ ...asking, most: answer.exact! }), answer.exact!);
  });
  const peaks = (await renderersOf(browser)).map(peakOf);
  await page.context().close();
  return {
    asked: gains.length + first.length + recalls.length,
    ndcg10: round(meanOf(gains)),
    title_first: round(meanOf(first)),
    substring_recall: round(meanOf(recalls)),
    page_mb: Math.round(Math.max(0, ...peaks)),
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const median = (values: readonly number[]): number => quantile(values, 0.5);
/** So many of a list, evenly spread. */
const every = <T>(list: readonly T[], count: number): T[] => Array.from({ length: Math.min(count, list.length) }, (_, at) => list[Math.floor((at * list.length) / Math.min(count, list.length))]!);
/** Lists one into the other, in turn. */
const mixed = <T>(...lists: readonly T[][]): T[] => lists[0]!.flatMap((_, at) => lists.flatMap((list) => list[at] ?? []));
