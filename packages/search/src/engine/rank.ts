import { isHan } from '../tokens.ts';
import { cutByIndex, gather, type Hits } from './gather.ts';
import type { Query, readQuery, Unit } from './query.ts';
import { phrasePoints, points, weigh } from './score.ts';
import type { Row, Shard } from './shard.ts';
import { ENOUGH, LEAST_COVER, WEIGHTS } from './weights.ts';
import { knowsWords, wordsOf } from './words.ts';

/** A document that was found, and how. */
export interface Ranked {
  row: Row;
  points: number;
  /** It holds exactly what was typed. */
  exact: boolean;
  /** All of it in its title or aliases. */
  named: boolean;
  /** Its title, or an alias, is what was typed. */
  whole: boolean;
  /** What it was found by, with its places: for excerpt and marks. */
  by: { runs: string[]; starts: readonly number[] }[];
}

/** Names this long, or document numbers, once found, need no looking for their words. */
const LONG_TITLE = 8;

/**
 * Finds and ranks documents: those that hold exactly what was typed; when they are few, those that hold it without the
 * question around it or with a document number taken apart; when still few, those that hold most of its words.
 */
export async function findRanked(
  { asked, unasked, loose }: ReturnType<typeof readQuery>,
  shards: readonly Shard[],
  rows: number,
  today: number,
): Promise<Ranked[]> {
  const found = new Map<Row, Ranked>();
  const add = (ranked: Iterable<Ranked>) => {
    for (const one of ranked) if (!found.has(one.row)) found.set(one.row, one);
  };
  const search = { shards, rows, today };

  add(await findExact(asked, search, WEIGHTS.exact));
  const enough = () => found.size >= ENOUGH || [...found.values()].some(({ named }) => named && (loose || asked.length >= LONG_TITLE));
  if (!enough() && unasked) add(await findExact(unasked, search, WEIGHTS.unasked));
  if (!found.size && loose) add(await findExact(loose, search, WEIGHTS.exact));
  if (!enough()) add(await findWords(unasked ?? loose ?? asked, search));
  return [...found.values()];
}

interface Search {
  shards: readonly Shard[];
  rows: number;
  today: number;
}

/** Documents that hold every unit of a query. */
async function findExact({ units, phrase }: Query, { shards, rows, today }: Search, base: number): Promise<Ranked[]> {
  const hits = await gatherAll(shards, units);
  const phrases = phrase ? await gather(shards, phrase) : new Map();
  return [...weigh(units, hits, rows).values()]
    .filter((candidate) => candidate.units === units.length)
    .map((candidate) => {
      const { row, nameCover } = candidate;
      const together = phrases.get(row)?.starts as number[] | undefined;
      const bonus = phrase && together ? phrasePoints(row, together, phrase.places) : 0;
      return {
        row,
        points: base + points(candidate, today) + bonus,
        exact: true,
        named: nameCover > 0.999,
        whole: bonus > WEIGHTS.wholeAlias,
        by: foundBy(units, hits, row),
      };
    });
}

/** Documents that hold most of the words of a query. */
async function findWords(query: Query, { shards, rows, today }: Search): Promise<Ranked[]> {
  const known = await Promise.all(query.runs.flatMap(wordsOf).map((word) => (isHan(word) ? cutByIndex(shards, word) : [word])));
  const words = [...new Set(known.flat())];
  if (!words.length || (words.length === 1 && words[0] === query.runs[0])) return [];
  // Words that were left out as particles make what is left mean less.
  const kept = Math.min(1, words.reduce((sum, word) => sum + word.length, 0) / Math.max(1, query.length));
  const units: Unit[] = words.map((run) => ({ links: [{ run, offset: 0 }], places: [...run].length }));
  const hits = await gatherAll(shards, units);
  const least = knowsWords ? LEAST_COVER.words : LEAST_COVER.pairs;
  return [...weigh(units, hits, rows).values()]
    .filter(({ cover }) => cover >= least)
    .map((candidate) => ({
      row: candidate.row,
      points: WEIGHTS.words * candidate.cover ** 2 * kept ** 2 + points(candidate, today),
      exact: false,
      named: false,
      whole: false,
      by: foundBy(units, hits, candidate.row),
    }));
}

const gatherAll = (shards: readonly Shard[], units: readonly Unit[]): Promise<Hits[]> =>
  Promise.all(units.map((unit) => gather(shards, unit)));

const foundBy = (units: readonly Unit[], hits: readonly Hits[], row: Row): Ranked['by'] =>
  units.map(({ links }, index) => ({ runs: links.map(({ run }) => run), starts: hits[index]?.get(row)?.starts ?? [] }));
