import type { SearchKind } from '@mingchuang/content';

/**
 * Everything that decides the order of results, in points.
 *
 * The scale: a document found by the exact text starts with `exact`, one found by the words only with at most `words`;
 * all else is at most a handful of points, but for a name typed whole.
 */
export const WEIGHTS = {
  exact: 20,
  /** Typed with a question around it (请问……怎么办) and found without. */
  unasked: 18,
  words: 16,
  /** The title, or an alias such as a document number, is exactly what was typed. Above everything. */
  wholeTitle: 60,
  wholeAlias: 50,
  /** All that was typed stands together, in order, in a name, or in the body. */
  phraseInName: 6,
  phraseInBody: 2,
  /** Everything typed is in the title, and the more of it, the more of the title it is. */
  titleCovered: 4,
  titleShare: 8,
  /** Some of what was typed is in the title. */
  titlePart: 3,
  /** The title begins with it. */
  head: 1.5,
  /** How often and how rare: the classic sum. */
  frequency: 2,
  titleFrequency: 4,
  /** New documents, fading over this many years. */
  fresh: 1.2,
  freshYears: 6,
  /** What no longer applies must not stand above what does. */
  lapsed: -8,
} as const;

/** Services and their answers before texts about them. */
export const KIND_WEIGHTS: Record<SearchKind, number> = {
  service: 1.5,
  policy: 0.8,
  interpretation: 0.4,
  article: 0,
  faq: 0.8,
  letter: -0.2,
  interaction: 0.2,
  disclosure: 0.2,
  data: 0.4,
  agency: 1,
  column: 0.6,
};

/** Validities that count as lapsed. */
export const LAPSED: ReadonlySet<string> = new Set(['expired', 'repealed']);

/** With this many results by exact text nothing else is looked for. */
export const ENOUGH = 10;

/** With this many, further tiers of shards are not loaded. */
export const PLENTY = 50;

/** Rows of one tier: what is loaded at once before looking further. */
export const TIER_ROWS = 10_000;

/** Least part of the words, by weight, a document must have to be a result; pairs say less than words. */
export const LEAST_COVER = { words: 0.55, pairs: 0.7 } as const;
