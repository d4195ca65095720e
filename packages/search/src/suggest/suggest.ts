import { parseReadings, type SuggestionItem, type SuggestionList } from './list.ts';
import { matchName, plainTyped, type Match } from './match.ts';

/** One suggestion as the box shows it. */
export interface Suggestion {
  name: string;
  /** Label of its kind. */
  kind: string;
  /** Address from the root; empty for a word that is searched. */
  url: string;
  /** The other name that was typed; absent when it is the name itself. */
  also: string | undefined;
  /** Where what was typed stands in the name, or in the other name. */
  match: Match;
}

/** Suggests from a list. */
export type Suggester = (typed: string, limit: number) => Suggestion[];

/** Points for how a name was met: the thing's own, or another one. */
const OWN = { whole: 60, beginning: 50, inside: 47 } as const;
const OTHER = { whole: 45, beginning: 30, inside: 15 } as const;
/** It was typed as it is written. */
const TYPED = 15;
/** Points by kind, in the order of the list: a service that holds a word stands before the word alone. */
const KINDS = [25, 10, 5, 5, 0] as const;

/**
 * Prepares a list for suggesting.
 *
 * @param shown The same list in other characters, to be shown instead; names are still looked for in the first.
 */
export function createSuggester(list: SuggestionList, shown = list): Suggester {
  const readings = parseReadings(list.readings);
  const items = list.kinds.flatMap(({ items: own }, kind) => own.map((item, at) => ({ item, kind, at })));

  return (text, limit) => {
    const typed = plainTyped(text);
    if (!typed) return [];
    return items
      .flatMap(({ item, kind, at }, order) => {
        const best = bestName(item, typed, readings);
        return best ? [{ ...best, points: best.points + (KINDS[kind] ?? 0), order, shown: shown.kinds[kind]!.items[at]!, label: shown.kinds[kind]!.label }] : [];
      })
      .sort((a, b) => b.points - a.points || a.order - b.order)
      .slice(0, limit)
      .map(({ shown: [name, url, ...others], label, which, match }) => ({ name, kind: label, url, also: which ? others[which - 1] : undefined, match }));
  };
}

/** The best of all names decides; the name itself is shown where it says why. */
function bestName([name, , ...others]: SuggestionItem, typed: string, readings: ReadonlyMap<string, readonly string[]>) {
  let best: { points: number; which: number; match: Match } | undefined;
  let most = 0;
  [name, ...others].forEach((one, which) => {
    const match = matchName(one, typed, readings);
    if (!match) return;
    const { inside, whole, beginning } = which ? OTHER : OWN;
    const place = match.from > 0 ? inside : match.to >= [...one].length ? whole : beginning;
    const points = place + (match.read ? 0 : TYPED);
    if (!best || (best.which > 0 && points > best.points)) best = { points, which, match };
    most = Math.max(most, points);
  });
  return best && { ...best, points: most };
}
