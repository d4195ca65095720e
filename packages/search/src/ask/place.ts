import type { SuggestionList } from '../suggest/list.ts';

const OF_A_PLACE = /^(\p{sc=Han}{2,6}?)[市县区州盟旗]/u;
/** One name may be of anywhere. */
const LEAST = 3;

/** What the city is called, without 市: that with which most names of its agencies begin. Empty where no three do. */
export function placeIn({ kinds }: SuggestionList): string {
  const counts = new Map<string, number>();
  for (const { items } of kinds)
    for (const [name] of items) {
      const place = OF_A_PLACE.exec(name)?.[1];
      if (place) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  const [place, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  return count < LEAST ? '' : place;
}
