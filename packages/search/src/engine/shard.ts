import { dateOf, fieldsOf, lengthOf, type CatalogueShard, type DictionaryColumn, type RankTable } from '../format.ts';
import { END, isHan, pairs } from '../tokens.ts';
import type { Postings } from './pagefind.ts';
import type { IndexPlace } from './protocol.ts';

/** A row as ranking sees it. One object stands for one document for as long as the engine lives. */
export interface Row {
  /** The index it is in. */
  place: IndexPlace;
  shard: string;
  row: number;
  day: number;
  places: number;
  fields: { start: number; places: number }[];
  /** Place at which the body begins. */
  body: number;
  kind: string;
  /** Host of the site it is of, where there is a group. */
  site: string;
  agency: string;
  /** Several are joined by commas. */
  audience: string;
  validity: string;
  year: string;
  language: string;
}

/** First places of a piece of text, by row. */
export type Starts = Map<Row, number[]>;

/** A shard that is open for searching. */
export interface Shard {
  /** Every place at which the run begins, exactly: never a place where it does not stand. */
  find(run: string): Promise<Starts>;
}

/** Short numbers are whole ("5" is not "50"); longer ones, codes and words may be typed in part. */
export const WHOLE_NUMBER = /^\d{1,4}$/;
const CACHED_RUNS = 400;

/** Opens a shard of an index on its rank table and postings; hidden rows are never found. */
export function openShard(place: IndexPlace, { hash, hide }: CatalogueShard, table: RankTable, postings: Postings): Shard {
  const rows = rowsOf(place, hash, table);
  const hidden = new Set(hide);
  const cache = new Map<string, Promise<Starts>>();

  async function search(terms: string[], streak: number): Promise<Starts> {
    const found: Starts = new Map();
    const { results } = await postings.search(terms.join(' '));
    for (const { id, words } of results) {
      const number = parseInt(id, 36);
      const row = rows[number];
      if (!row || hidden.has(number)) continue;
      const starts = startsOfStreaks(words, streak);
      if (starts.length) found.set(row, starts);
    }
    return found;
  }

  async function findHan(run: string): Promise<Starts> {
    const characters = [...run];
    if (characters.length === 1) return search([run], 1);
    let found: Starts | undefined;
    for (const { text, offset } of withoutRepeats(characters)) {
      const terms = pairs(text);
      const next = await search([...new Set(terms)], terms.length);
      found = found ? intersect(found, next, offset) : next;
      if (!found.size) break;
    }
    return found ?? new Map();
  }

  return {
    find(run) {
      let starts = cache.get(run);
      if (!starts) {
        starts = isHan(run) ? findHan(run) : search([WHOLE_NUMBER.test(run) ? run + END : run], 1);
        cache.set(run, starts);
        if (cache.size > CACHED_RUNS) cache.delete(cache.keys().next().value as string);
      }
      return starts;
    },
  };
}

/** Keeps the starts that have a start of `next` the given distance behind them. */
export function intersect(starts: Starts, next: Starts, distance: number): Starts {
  const kept: Starts = new Map();
  for (const [row, places] of starts) {
    const behind = new Set(next.get(row));
    const both = behind.size ? places.filter((place) => behind.has(place + distance)) : [];
    if (both.length) kept.set(row, both);
  }
  return kept;
}

/**
 * Cuts a run into pieces in which no character comes twice, each overlapping the next by one.
 *
 * Pagefind tells places, not which token stands at them. Where no character repeats, tokens that follow each other can
 * only be the run itself; with repeats they could be its parts in another order.
 */
export function withoutRepeats(characters: readonly string[]): { text: string; offset: number }[] {
  const pieces = [];
  let start = 0;
  while (start < characters.length - 1) {
    const seen = new Set<string>();
    let end = start;
    while (end < characters.length && !seen.has(characters[end] as string)) seen.add(characters[end++] as string);
    end = Math.max(end, start + 2);
    pieces.push({ text: characters.slice(start, end).join(''), offset: start });
    if (end >= characters.length) break;
    start = end - 1;
  }
  return pieces;
}

/** First places of every streak of so many places that follow each other. */
export function startsOfStreaks(places: readonly number[], streak: number): number[] {
  const starts = [];
  let length = 0;
  let last = NaN;
  for (const place of places) {
    length = place === last + 1 ? length + 1 : 1;
    last = place;
    if (length >= streak) starts.push(place - streak + 1);
  }
  return starts;
}

function rowsOf(place: IndexPlace, shard: string, table: RankTable): Row[] {
  const site = place.site?.host ?? '';
  let day = 0;
  return table.title.map((title, row) => {
    day += table.day[row] ?? 0;
    return {
      place,
      shard,
      row,
      day,
      places: lengthOf(table.length[row] ?? 0),
      ...fieldsOf(title, table.aliases[row] ?? []),
      kind: valueAt(table.kind, row),
      site,
      agency: valueAt(table.agency, row),
      audience: table.audience ? valueAt(table.audience, row) : '',
      validity: valueAt(table.validity, row),
      year: dateOf(day).slice(0, 4),
      language: table.language ? valueAt(table.language, row) : '',
    };
  });
}

const valueAt = ({ values, at }: DictionaryColumn, row: number): string => values[at[row] ?? 0] ?? '';
