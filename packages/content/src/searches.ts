import { z } from 'zod';

/** Where pages say how a search went: a form by POST, of which nothing but the words and how they went is kept. */
export const COUNT_ACTION = '/search/count/';

/** How a search went: something was found, nothing was, or a result was opened. */
export const SEARCH_EVENTS = ['found', 'empty', 'followed'] as const;
export type SearchEvent = (typeof SEARCH_EVENTS)[number];

/** Longer ones are texts that somebody pasted. In characters. */
const LONGEST_QUERY = 40;
/** Digits in a row from which on a number may be a telephone, an identity card, a bank card or a case. */
const LONG_NUMBER = /\d(?:[ -]?\d){6,}/;

/** How often one query was asked since the last report, and how often nothing was found or something opened. */
export const searchCount = z.strictObject({
  query: z.string().min(1).max(LONGEST_QUERY),
  asked: z.number().int().min(0).max(1_000_000),
  empty: z.number().int().min(0).max(1_000_000),
  followed: z.number().int().min(0).max(1_000_000),
});
export type SearchCount = z.infer<typeof searchCount>;

/** What the gateway reports of one site's searches: sums alone. */
export const searchCounts = z.strictObject({
  /** The site's documentId. */
  site: z.string().min(1).max(40),
  counts: z.array(searchCount).min(1).max(500),
});
export type SearchCounts = z.infer<typeof searchCounts>;

/**
 * The one form in which equal queries are counted together; `undefined` for what must not be kept: long texts, mail
 * addresses, and numbers that may be somebody's.
 */
export function countedQuery(typed: string): string | undefined {
  const query = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (query === '' || query.length > LONGEST_QUERY || query.includes('@') || LONG_NUMBER.test(query)) return undefined;
  return query;
}

/** Asks the publisher what a query finds on a site and why: `POST /search`, signed like a nudge. */
export const tryRequest = z.strictObject({
  /** The site's documentId. */
  site: z.string().min(1).max(40),
  query: z.string().min(1).max(100),
  /** Instant, UTC: an old request is worth nothing to whoever finds it. */
  sentAt: z.iso.datetime(),
});
export type TryRequest = z.infer<typeof tryRequest>;

/** What a query finds, and of each result what its rank is made of. */
export const tryAnswer = z.object({
  total: z.number().int(),
  /** Of `total`, those that hold what was typed as it was typed. */
  exact: z.number().int(),
  correction: z.object({ query: z.string(), applied: z.boolean() }).optional(),
  results: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      kind: z.string(),
      date: z.string(),
      best: z.boolean(),
      points: z.number(),
      reasons: z.array(z.object({ label: z.string(), points: z.number() })),
    }),
  ),
});
export type TryAnswer = z.infer<typeof tryAnswer>;
