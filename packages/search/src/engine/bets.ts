import type { SearchBet } from '@mingchuang/content';

import { runs } from '../tokens.ts';
import { gather } from './gather.ts';
import { phraseOf } from './query.ts';
import type { Ranked, Search } from './rank.ts';
import { sumOf } from './score.ts';
import type { Row } from './shard.ts';
import { WEIGHTS } from './weights.ts';

/** Address of a row's document. */
export type FindUrl = (row: Row) => Promise<string>;

/**
 * Puts documents first and last that editors have ruled on for a query.
 *
 * @returns The results, and the pages put first that are in no index opened so far: those of the platform and of others.
 */
export async function placeBets(found: readonly Ranked[], query: string, search: Search, findUrl: FindUrl): Promise<{ found: Ranked[]; outside: SearchBet[] }> {
  const ranked = new Map(found.map((one) => [one.row, one]));
  const outside: SearchBet[] = [];
  const place = (row: Row, one: Ranked | undefined, by: Ranked['reasons']) => {
    const reasons = { ...one?.reasons, ...by };
    ranked.set(row, { row, exact: false, named: false, whole: false, by: () => [], ...one, reasons, points: sumOf(reasons) });
  };
  for (const [index, bet] of search.rules.best(query).entries()) {
    const row = await findBet(bet, search, findUrl);
    if (row) place(row, ranked.get(row), { best: WEIGHTS.best - index });
    else outside.push(bet);
  }
  for (const bet of search.rules.worst(query)) {
    const row = await findBet(bet, search, findUrl);
    const one = row && ranked.get(row);
    if (one) place(row, one, { worst: WEIGHTS.worst });
  }
  return { found: [...ranked.values()], outside };
}

/** Rows are found by what they hold, not by address: by their title, whole, then by a look at the address of the few. */
async function findBet({ title, url }: SearchBet, { shards }: Search, findUrl: FindUrl): Promise<Row | undefined> {
  const phrase = phraseOf(runs(title));
  if (!phrase.links.length) return undefined;
  for (const [row, { starts }] of await gather(shards, phrase))
    if (starts[0] === 0 && row.fields[0]?.places === phrase.places && (await findUrl(row)) === url) return row;
  return undefined;
}
