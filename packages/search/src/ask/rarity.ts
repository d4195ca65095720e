import type { SuggestionList } from '../suggest/list.ts';
import { folded } from './folded.ts';

/** How much a character or a piece of text says, above 0 to 1: what stands in few names of the site says more. */
export type Rarity = (text: string) => number;

/** Rarity by the names of a site's services, questions, columns and agencies. */
export function rarityIn({ kinds }: SuggestionList): Rarity {
  const names = kinds.flatMap(({ items }) => items.map(([name, , ...others]) => folded([name, ...others].join('\n'))));
  const most = Math.log((names.length + 1) / 0.5);
  const known = new Map<string, number>();
  return (text) => {
    const rarity = known.get(text) ?? Math.log((names.length + 1) / (names.filter((name) => name.includes(text)).length + 0.5)) / most;
    known.set(text, rarity);
    return rarity;
  };
}
