import type { SearchKind } from '@mingchuang/content';

/**
 * Everything that decides the order of results, in points.
 *
 * The scale: a document found by the exact text starts with `exact`, one found by its parts only with at most `parts`;
 * all else is at most a handful of points, but for a name typed whole and for what editors rule.
 */
export const WEIGHTS = {
  exact: 20,
  /** Typed with a question around it (请问……怎么办) and found without. */
  unasked: 18,
  /** Typed in other words, and found by those of the rules. */
  synonym: 16,
  /** Times the square of how much of it is there. */
  parts: 16,
  /** The title, or an alias, is exactly what was typed; a document number is above everything but titles. */
  wholeTitle: 60,
  wholeNumber: 50,
  wholeAlias: 3,
  /** All that was typed stands together, in order, in a name, or in the body. */
  phraseInName: 4,
  phraseInBody: 2,
  /** The name that has most of it: how much of it is there, and how much of the name it is. */
  nameCovered: 6,
  nameShare: 7,
  /** Of an alias, in parts of one. */
  aliasFactor: 0.6,
  /** Some of it is in any of the names. */
  namePart: 4,
  /** The title begins with it. */
  head: 1.5,
  /** How often and how rare: the classic sum. */
  frequency: 2,
  /** A place in a name counts as so many in the body. */
  nameFrequency: 4,
  /** New documents, fading over this many years. */
  fresh: 1.2,
  freshYears: 6,
  /** What no longer applies must not stand above what does. */
  lapsed: -8,
  /** What editors put first and last. */
  best: 200,
  worst: -100,
} as const;

/** What a rank can be made of: names of weights, and the weight of the kind. */
export type ReasonName = Exclude<keyof typeof WEIGHTS, 'aliasFactor' | 'nameCovered' | 'nameShare' | 'nameFrequency' | 'freshYears'> | 'name' | 'kind';

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

/**
 * When the answer of the first result is shown above all others: it leads by so many points, by fewer when all that was
 * typed is in its name, or at all when it is so much of its title.
 */
export const MEANT = { lead: 8, leadOfName: 2.5, share: 0.6 } as const;

/** With this many, further tiers of shards are not loaded. */
export const PLENTY = 50;

/** A document is taken to hold all of what was typed when it holds this part of its characters. */
export const FULL = 0.8;

/** What stands in more of the newest documents than this part says little of the older ones. */
export const FREQUENT = 1 / 8;

/** Rows of the first tier: what is loaded at once before looking further. */
export const TIER_ROWS = 10_000;

/**
 * Least part of what was typed, by weight, a document must have to be a result: years and numbers of document numbers are
 * everywhere, and who asks a question tells much that no page says.
 */
export const LEAST_COVER = { words: 0.3, number: 0.5, question: 0.1 } as const;

/** And least part of what the best of them has: beside a document with everything, one with a third is noise. */
export const BESIDE_BEST = 0.4;

/** What a part of the query that stands nowhere still counts in that. */
export const UNKNOWN_PART = 0.4;
