import type { SearchBet, SearchWords } from '@mingchuang/content';

import { keyOf, runs } from '../tokens.ts';

/** What editors rule about searching, ready to be asked. */
export interface Rules {
  /** Other ways to say a term; none for a run that is no term. */
  alternatives(term: string): readonly string[];
  /** Places of a run, from left to right, at which terms with other ways to say them stand; the longest counts. */
  termsIn(run: string): { from: number; to: number; term: string }[];
  /** Every term that has other ways to say it. */
  terms: readonly string[];
  best(query: string): readonly SearchBet[];
  worst(query: string): readonly SearchBet[];
  /** Whether a page is put first or last for a query. */
  isRuled(query: string): boolean;
  /** Whether a word is right as it is typed. */
  keeps(word: string): boolean;
}

/** Opens the rules; those that have ended by `today` (YYYY-MM-DD) are left out. */
export function openRules(words: SearchWords | undefined, today: string): Rules {
  const others = alternativesOf(words);
  const longest = Math.max(0, ...[...others.keys()].map(({ length }) => length));
  const bets = (all: readonly SearchBet[] = []) => {
    const byQuery = new Map<string, SearchBet[]>();
    for (const bet of all.filter(({ until }) => !until || until >= today))
      for (const query of new Set(bet.queries.map(keyOf))) byQuery.set(query, [...(byQuery.get(query) ?? []), bet]);
    return byQuery;
  };
  const best = bets(words?.best);
  const worst = bets(words?.worst);
  const kept = new Set(words?.keep.map(keyOf));

  return {
    alternatives: (term) => [...(others.get(term) ?? [])],
    termsIn(run) {
      const found = [];
      for (let from = 0; from < run.length; from++) {
        for (let to = Math.min(run.length, from + longest); to > from + 1; to--) {
          const term = run.slice(from, to);
          if (!others.has(term)) continue;
          found.push({ from, to, term });
          from = to - 1;
          break;
        }
      }
      return found;
    },
    terms: [...others.keys()],
    best: (query) => best.get(keyOf(query)) ?? [],
    worst: (query) => worst.get(keyOf(query)) ?? [],
    isRuled: (query) => best.has(keyOf(query)) || worst.has(keyOf(query)),
    keeps: (word) => kept.has(word),
  };
}

/** A term of one run may stand for a term of several, but is looked for in one run only. */
function alternativesOf(words: SearchWords | undefined): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>();
  const add = (typed: string, found: string) => {
    const own = runs(typed);
    const term = own.join('');
    if (own.length !== 1 || term === keyOf(found)) return;
    others.set(term, (others.get(term) ?? new Set()).add(found));
  };
  for (const group of words?.same ?? []) for (const typed of group) for (const found of group) add(typed, found);
  for (const { typed, found } of words?.also ?? []) for (const one of typed) for (const other of found) add(one, other);
  return others;
}
