import { countedQuery, SEARCH_EVENTS, type SearchCount, type SearchEvent } from '@mingchuang/content';
import type { Logger } from 'pino';

import type { Cms } from '../cases/cms.ts';
import { createLimit } from '../cases/limits.ts';
import type { Answer, Visit } from '../pages/answer.ts';

/** Counts what is searched for: words and how it went, nothing of who asked. */
export interface SearchCounter {
  /** Takes what a page says of one search: `POST /search/count/` with `q` and `event`. What must not be kept is dropped. */
  take(visit: Visit): Promise<Answer>;
  /** Hands the sums to the CMS. What it does not take now waits for the next time. */
  report(): Promise<void>;
  close(): Promise<void>;
}

export interface SearchCounterOptions {
  cms: Pick<Cms, 'countSearches'>;
  log: Logger;
  /** Milliseconds between reports. */
  every?: number;
}

const TEN_MINUTES = 10 * 60 * 1000;
/** Reports of one visitor within ten minutes: more would let one person decide what a city searches for. */
const OF_ONE_VISITOR = 60;
/** Different queries kept between two reports; further ones are not counted. */
const MOST_QUERIES = 5000;
/** Of one call. */
const BATCH = 500;

const NOTHING: Answer = { kind: 'document', status: 204, type: 'text/plain; charset=utf-8', body: '', headers: {} };
const isEvent = (event: string | undefined): event is SearchEvent => SEARCH_EVENTS.some((known) => known === event);

/** Keeps the sums in memory: losing a minute of them hurts nobody. */
export function createSearchCounter({ cms, log, every = 60_000 }: SearchCounterOptions): SearchCounter {
  const limit = createLimit(OF_ONE_VISITOR, TEN_MINUTES);
  /** By site, then by query. */
  let sums = new Map<string, Map<string, SearchCount>>();
  let running: Promise<void> | undefined;

  const add = (site: string, { query, asked, empty, followed }: SearchCount) => {
    const ofSite = sums.get(site) ?? new Map<string, SearchCount>();
    sums.set(site, ofSite);
    const sum = ofSite.get(query) ?? { query, asked: 0, empty: 0, followed: 0 };
    if (ofSite.size >= MOST_QUERIES && !ofSite.has(query)) return;
    ofSite.set(query, { query, asked: sum.asked + asked, empty: sum.empty + empty, followed: sum.followed + followed });
  };

  const reportAll = async (): Promise<void> => {
    const waiting = sums;
    sums = new Map();
    for (const [site, ofSite] of waiting) {
      const counts = [...ofSite.values()];
      for (let from = 0; from < counts.length; from += BATCH) {
        const batch = counts.slice(from, from + BATCH);
        const outcome = await cms.countSearches({ site, counts: batch });
        if (outcome.kind === 'away') for (const count of batch) add(site, count);
        if (outcome.kind === 'refused') log.warn({ site, status: outcome.status }, 'the CMS does not take what was searched for');
      }
    }
  };
  const report = (): Promise<void> => (running ??= reportAll().finally(() => (running = undefined)));
  const timer = setInterval(() => void report(), every).unref();

  return {
    async take({ view, form, visitor }) {
      const site = view.site?.release.site?.id;
      const query = countedQuery(form.q ?? '');
      const { event } = form;
      if (!site || query === undefined || !isEvent(event) || limit.take(visitor, view.now) > 0) return NOTHING;
      add(site, { query, asked: event === 'followed' ? 0 : 1, empty: event === 'empty' ? 1 : 0, followed: event === 'followed' ? 1 : 0 });
      return NOTHING;
    },
    report,
    async close() {
      clearInterval(timer);
      await report();
    },
  };
}
