import { loadJson } from '../engine/load-json.ts';
import type { SuggestionItem, SuggestionList } from '../suggest/list.ts';
import { suggestPlace } from '../suggest/place.ts';
import { normalise } from '../tokens.ts';

/** More than these help nobody who has found nothing. */
const MOST = 6;

/** What is near a query in the site's list of suggestions. */
export const findNearest = async (query: string): Promise<SuggestionItem[]> => nearestTo(query, await loadJson(suggestPlace().shown));

/**
 * Services, questions, columns and agencies whose names have a pair of characters in common with a query: those with most
 * pairs first, columns and agencies before single pages.
 */
export function nearestTo(query: string, { kinds }: SuggestionList, most = MOST): SuggestionItem[] {
  const wanted = pairsOf(query);
  return kinds
    .flatMap(({ items }, kind) => items.map((item) => ({ item, isPlace: kind === 2 || kind === 3, shared: sharedBy(item, wanted) })))
    .filter(({ item, shared }) => shared > 0 && item[1])
    .sort((a, b) => b.shared - a.shared || Number(b.isPlace) - Number(a.isPlace))
    .slice(0, most)
    .map(({ item }) => item);
}

const sharedBy = ([name, , ...others]: SuggestionItem, wanted: ReadonlySet<string>): number =>
  Math.max(...[name, ...others].map((one) => [...pairsOf(one)].filter((pair) => wanted.has(pair)).length));

/** What asks is found everywhere. */
const EVERYWHERE = /[么何吗呢]|哪里|多少|可以|能不|办理/;

/** Pairs of characters, and words of letters and digits. */
function pairsOf(text: string): Set<string> {
  const plain = normalise(text);
  const characters = [...plain];
  const pairs = characters.slice(1).map((character, at) => characters[at]! + character);
  return new Set([...pairs.filter((pair) => /^\p{Script=Han}{2}$/u.test(pair) && !EVERYWHERE.test(pair)), ...(plain.match(/[a-z0-9]{3,}/g) ?? [])]);
}
