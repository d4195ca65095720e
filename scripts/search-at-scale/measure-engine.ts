import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { findPostgres, startPostgres } from '../steps/postgres.mjs';
import { buildIndex, type BuildCost, type Limits } from './build-index.ts';
import { bundlePage } from './bundle-page.ts';
import type { Answerer, EngineName } from './engine.ts';
import { measureQuality, measureSpeed, type Quality, type Speed } from './measure-in-browser.ts';
import type { Questions } from './questions.ts';
import { serveSite } from './serve-site.ts';
import type { Truth } from './truth.ts';

/** Everything that was measured of an engine at a size, or why it was not. */
export type Row = { engine: EngineName; docs: number; measured_at: string } & (({ failed?: never } & BuildCost & Speed & Quality) | { failed: string });

/** A corpus and what is asked over it. */
export interface Corpus {
  docs: number;
  /** File of `writeCorpus`. */
  file: string;
  questions: Questions;
  truth: Truth;
  /** YYYY-MM-DD */
  today: string;
  /** The editors' rules, as served. */
  words: Buffer;
}

/** Builds an engine's index, serves it and asks it in a browser. Ends whatever it started. */
export async function measureEngine(engine: EngineName, corpus: Corpus, folder: string, limits: Limits, browserPath: string | undefined): Promise<Row> {
  const head = { engine, docs: corpus.docs, measured_at: new Date().toISOString() };
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    if (engine === 'postgres') closing.unshift(await startDatabase());
    const cost = await buildIndex(engine, folder, corpus.file, limits);
    console.log(`    built in ${cost.index_s} s, ${cost.index_peak_mb} MB at most`);
    const files = new Map([...(await bundlePage(engine, corpus.today)), ['/words.json', corpus.words] as const]);
    const answer = engine === 'postgres' ? await ((await import('./engines/postgres.ts')) as { openAnswerer(): Promise<Answerer> }).openAnswerer() : undefined;
    const site = await serveSite(join(folder, 'public'), files, answer);
    closing.unshift(() => site.close());
    const browser = await chromium.launch({ ...(browserPath && { executablePath: browserPath }), args: ['--no-sandbox', '--disable-background-networking'] });
    closing.unshift(() => browser.close());

    const speed = await inTime(measureSpeed(browser, site, corpus.questions, limits.minutes), limits.minutes);
    console.log(`    first search ${speed.cold_kb} kB, ${speed.cold_requests} requests, ${speed.cold_ms} ms; then ${speed.warm_ms_p50} ms, 95 % below ${speed.warm_ms_p95} ms`);
    const quality = await inTime(measureQuality(browser, site, corpus.questions, corpus.truth, limits.minutes), limits.minutes);
    console.log(`    nDCG@10 ${quality.ndcg10}, titles first ${quality.title_first}, recall ${quality.substring_recall}, the page held ${quality.page_mb} MB at most`);
    return { ...head, ...cost, ...speed, ...quality };
  } catch (error) {
    return { ...head, failed: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
  } finally {
    for (const close of closing) await close();
  }
}

/** Whoever is asked stops by itself when the time is over; a single answer that never comes is not waited for much longer. */
function inTime<Result>(work: Promise<Result>, minutes: number): Promise<Result> {
  let late: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, fail) => (late = setTimeout(() => fail(new Error(`no answer after ${minutes} minutes`)), minutes * 90_000)));
  return Promise.race([work, over]).finally(() => clearTimeout(late));
}

async function startDatabase(): Promise<() => Promise<void>> {
  const { url, stop } = (await startPostgres(await findPostgres())) as { url: string; stop(): Promise<void> };
  process.env.POSTGRES_URL = url;
  return stop;
}
