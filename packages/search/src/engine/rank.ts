import { runs } from '../tokens.ts';
import { gather, type Hits } from './gather.ts';
import { piecesOf } from './pieces.ts';
import { phraseOf, type Query, type Readings, type Unit } from './query.ts';
import type { Rules } from './rules.ts';
import { nameOf, phrasePoints, pointsOf, sumOf, weigh, type Candidate, type Points } from './score.ts';
import type { Row, Shard } from './shard.ts';
import { BESIDE_BEST, ENOUGH, FREQUENT, FULL, LEAST_COVER, WEIGHTS } from './weights.ts';

/** A document that was found, and how. */
export interface Ranked {
  row: Row;
  /** What its rank is made of, and their sum. */
  reasons: Points;
  points: number;
  /** It holds nearly all of what was typed: together, in parts or in other words. */
  full?: boolean;
  /** It holds exactly what was typed. */
  exact: boolean;
  /** All of it in its title or aliases. */
  named: boolean;
  /** Its title, or an alias, is what was typed. */
  whole: boolean;
  /** What it was found by, with its places: for excerpt and marks. */
  by(): FoundBy[];
}

/** Runs, and where they stand. */
export interface FoundBy {
  runs: string[];
  starts: readonly number[];
}

/** Where is looked. */
export interface Search {
  shards: readonly Shard[];
  rows: number;
  /** Those of them that are read first. */
  newest: Pick<Search, 'shards' | 'rows'>;
  today: number;
  rules: Rules;
  /** A question is asked, in a sentence. */
  question?: boolean;
}

/** Names this long, or document numbers, once found whole, need no looking for their parts. */
export const LONG_NAME = 8;

/**
 * Finds and ranks documents: those that hold exactly what was typed, or that in other words; when they are few, those
 * that hold it without the question around it or with a document number taken apart; when still few, those that hold
 * most of its parts.
 */
export async function findRanked({ asked, unasked, loose, others }: Readings, search: Search): Promise<Ranked[]> {
  const found = new Map<Row, Ranked>();
  const add = (ranked: Iterable<Ranked>) => {
    for (const one of ranked) if ((found.get(one.row)?.points ?? -Infinity) < one.points) found.set(one.row, { ...one, exact: found.get(one.row)?.exact ?? one.exact });
  };

  add(await findExact(asked, search, 'exact'));
  const isName = () => [...found.values()].some(({ whole, named, reasons }) => (whole && reasons.exact && asked.length >= LONG_NAME) || (named && loose));
  if (!isName()) for (const other of others) add(await findExact(other, search, 'synonym'));
  const enough = () => found.size >= ENOUGH || isName();
  if (!enough() && unasked) add(await findExact(unasked, search, 'unasked'));
  if (!found.size && loose) add(await findExact(loose, search, 'exact'));
  if (!enough()) add((await findParts(unasked ?? loose ?? asked, search, LEAST_COVER[loose ? 'number' : search.question ? 'question' : 'words'])).filter(({ row }) => !found.has(row)));
  return [...found.values()];
}

/** Documents that hold every unit of a query. */
async function findExact({ units, phrase, whole }: Query, { shards, rows, today }: Search, how: 'exact' | 'unasked' | 'synonym'): Promise<Ranked[]> {
  const hits = await gatherAll(shards, units);
  const phrases: Hits = phrase ? await gather(shards, phrase) : new Map();
  const wholes = phrase ? await findWholes(phrase, phrases, whole, shards) : new Map();
  return [...weigh(units, hits, rows).values()]
    .filter((candidate) => candidate.units === units.length)
    .map((candidate) => {
      const { row, nameCover } = candidate;
      const together = phrases.get(row)?.starts;
      const bonus = phrase && together ? phrasePoints(row, together, nameOf(row, wholes.get(row)?.starts ?? [], whole.places), phrase) : {};
      return {
        ...rankedOf(candidate, { [how]: WEIGHTS[how], ...pointsOf(candidate, today), ...bonus }),
        full: true,
        exact: how !== 'synonym',
        named: nameCover > 0.999,
        whole: Boolean(bonus.wholeTitle ?? bonus.wholeNumber ?? bonus.wholeAlias),
        by: () => foundBy(units, hits, row),
      };
    });
}

/** Where a name is exactly what was typed. Lone characters stand everywhere: they are looked for only when all else is a name. */
async function findWholes(phrase: Unit, phrases: Hits, whole: Unit, shards: readonly Shard[]): Promise<Hits> {
  const lead = whole.places - phrase.places;
  const isName = [...phrases].some(([row, { starts }]) => nameOf(row, starts, whole.places, lead) >= 0);
  return isName ? gather(shards, whole) : new Map();
}

/** Documents that hold most of the parts of a query. */
async function findParts(query: Query, search: Search, least: number): Promise<Ranked[]> {
  const { shards, rows, today, rules } = search;
  const all = query.runs.flatMap((run) => piecesOf(run, rules)).map(({ run, weight, also }) => ({ ...phraseOf([run]), weight, also: also.map((other) => phraseOf(runs(other))) }));
  if (!all.length || (all.length === 1 && all[0]?.links[0]?.run === query.runs[0])) return [];
  const units = await tellingOf(all, search);
  const hits = await gatherAll(shards, units);
  const wanted = FULL * charactersOf(units);
  const candidates = [...weigh(units, hits, rows).values()];
  const best = candidates.reduce((most, { cover }) => Math.max(most, cover), 0);
  return candidates
    .filter(({ cover }) => cover >= Math.max(least, BESIDE_BEST * best))
    .map((candidate) => ({
      ...rankedOf(candidate, { parts: WEIGHTS.parts * candidate.cover ** 2, ...pointsOf(candidate, today) }),
      full: charactersOf(units.filter((_, index) => hits[index]!.has(candidate.row))) >= wanted,
      exact: false,
      named: false,
      whole: false,
      by: () => foundBy(units, hits, candidate.row),
    }));
}

/** How many different characters units have: the same whatever a browser takes for words. */
const charactersOf = (units: readonly Unit[]): number => new Set(units.map(({ links: [link] }) => link!.run).join('')).size;

/**
 * The units worth asking older shards for. What stands in very many documents hardly tells them apart, has the largest
 * chunks, and takes Pagefind a time that grows with their square.
 */
async function tellingOf(units: readonly Unit[], { shards, newest }: Search): Promise<readonly Unit[]> {
  if (shards.length === newest.shards.length) return units;
  const sizes = (await gatherAll(newest.shards, units)).map(({ size }) => size);
  const most = Math.max(FREQUENT * newest.rows, Math.min(...sizes.filter(Boolean)));
  return units.filter((_, index) => sizes[index]! <= most);
}

const rankedOf = ({ row }: Candidate, reasons: Points) => ({ row, reasons, points: sumOf(reasons) });

const gatherAll = (shards: readonly Shard[], units: readonly Unit[]): Promise<Hits[]> =>
  Promise.all(units.map((unit) => gather(shards, unit)));

/** Particles and seams are not shown as what was searched for, unless there is nothing else. */
function foundBy(units: readonly Unit[], hits: readonly Hits[], row: Row): FoundBy[] {
  const all = units.flatMap((unit, index) => {
    const starts = hits[index]?.get(row)?.starts;
    return starts ? [{ runs: [unit, ...(unit.also ?? [])].flatMap(({ links }) => links.map(({ run }) => run)), starts, weight: unit.weight ?? 1 }] : [];
  });
  const telling = all.filter(({ weight }) => weight === 1);
  return telling.length ? telling : all;
}
