import { PATHS, shanghaiDate, type SearchWords } from '@mingchuang/content';
import { openSearchDatabase } from '@mingchuang/search/postgres/database';
import { openServerSearch } from '@mingchuang/search/postgres/open-server-search';
import { FACETS } from '@mingchuang/search/engine/protocol';
import type { Logger } from 'pino';
import { z } from 'zod';

import { createLimit } from '../cases/limits.ts';
import type { Answer, Visit } from '../pages/answer.ts';
import type { Site } from '../release/site.ts';
import type { Objects } from '../serve/objects.ts';

/** Answers searches from the database, where a group has outgrown what browsers can search by themselves. */
export interface SearchAnswering {
  /** Takes `POST /search/answer/` with `request`; what it does not answer the browser searches by itself. */
  take(visit: Visit): Promise<Answer>;
  close(): Promise<void>;
}

const TEN_MINUTES = 10 * 60 * 1000;
/** Searches of one visitor within ten minutes, an office or a village being one. */
const OF_ONE_VISITOR = 600;

const asked = z.object({
  query: z.string().min(1).max(400),
  language: z.string().max(10).exactOptional(),
  filters: z.partialRecord(z.enum(FACETS), z.string().max(200)).exactOptional(),
  sort: z.enum(['rank', 'date']).exactOptional(),
  offset: z.number().int().min(0).max(100_000).exactOptional(),
  limit: z.number().int().min(1).max(50).exactOptional(),
  asTyped: z.boolean().exactOptional(),
});

const saying = (status: number, body: object = {}): Answer => ({ kind: 'document', status, type: 'application/json; charset=utf-8', body: JSON.stringify(body), headers: { 'cache-control': 'no-store' } });

/** @param url Of the database the publisher writes to; reading it is enough. */
export function createSearchAnswering({ url, objects, log }: { url: string; objects: Objects; log: Logger }): SearchAnswering {
  const limit = createLimit(OF_ONE_VISITOR, TEN_MINUTES);
  const database = openSearchDatabase(url, (error) => log.warn({ err: error }, 'a connection with the search database broke'));
  const search = openServerSearch(database);
  const rules = new Map<string, { hash: string; words: SearchWords }>();

  /** The editors' rules of a release: read again when they have changed. */
  async function wordsOf({ release }: Site, site: string): Promise<SearchWords | undefined> {
    const route = release.routes.get(PATHS.searchWords);
    if (!route || route.status === 301) return undefined;
    const known = rules.get(site);
    if (known?.hash === route.hash) return known.words;
    const words = JSON.parse((await objects.read(route.hash)).toString('utf8')) as SearchWords;
    rules.set(site, { hash: route.hash, words });
    return words;
  }

  return {
    async take({ view, form, visitor }) {
      const { site, now } = view;
      const id = site?.release.site?.id;
      const request = asked.safeParse(readJson(form.request));
      if (!site || !id || !request.success) return saying(400);
      if (limit.take(visitor, now) > 0) return saying(429);
      try {
        return saying(200, await search({ site: id, words: await wordsOf(site, id), today: shanghaiDate(new Date(now)) }, request.data));
      } catch (error) {
        log.error({ err: error }, 'the search database does not answer: browsers search by themselves');
        return saying(503);
      }
    },
    close: () => database.close(),
  };
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
