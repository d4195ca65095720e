import type { SearchKind } from '@mingchuang/content';

import { isHan } from '../tokens.ts';
import type { Hits } from './gather.ts';
import type { Unit } from './query.ts';
import type { Row } from './shard.ts';
import { KIND_WEIGHTS, LAPSED, UNKNOWN_PART, WEIGHTS, type ReasonName } from './weights.ts';

/** What a rank is made of. */
export type Points = Partial<Record<ReasonName, number>>;

/** The rank. */
export const sumOf = (points: Points): number => Object.values(points).reduce((sum, value) => sum + value, 0);

/** A document that has some of the units, with what ranking needs. */
export interface Candidate {
  row: Row;
  /** Sum of the units' frequencies, weighed by their rarity, from 0 to about 2. */
  frequency: number;
  /** Parts, by weight, of the units it has anywhere, and in its title or aliases. */
  cover: number;
  nameCover: number;
  /** The same for each name by itself, and the places in names that units stand at. */
  names: number[];
  namePlaces: Set<number>;
  head: boolean;
  units: number;
}

/** Weighs the hits of every unit per document: BM25 over title and body, by rarity over the rows searched. */
export function weigh(units: readonly Unit[], hits: readonly Hits[], rows: number): Map<Row, Candidate> {
  const rarities = units.map((unit, index) => rarity(unit, hits[index]?.size ?? 0, rows));
  const total = rarities.reduce((sum, value) => sum + value, 0) || 1;
  const candidates = new Map<Row, Candidate>();

  hits.forEach((found, index) => {
    const share = (rarities[index] ?? 0) / total;
    const places = units[index]?.places ?? 1;
    for (const [row, hit] of found) {
      const candidate = candidates.get(row) ?? emptyCandidate(row);
      candidates.set(row, candidate);
      const often = hit.count + WEIGHTS.nameFrequency * hit.inNames;
      candidate.frequency += (share * (2.2 * often)) / (often + 1.2 * (0.4 + (0.6 * row.places) / 700));
      candidate.cover += share;
      candidate.units += 1;
      if (!hit.inNames) continue;
      candidate.nameCover += share;
      candidate.head ||= hit.starts[0] === 0;
      let last = -1;
      for (const start of hit.starts.slice(0, hit.inNames)) {
        const field = row.fields.findLastIndex((one) => one.start <= start);
        if (field !== last) candidate.names[field] = (candidate.names[field] ?? 0) + share;
        last = field;
        for (let place = start; place < start + places; place++) candidate.namePlaces.add(place);
      }
    }
  });
  return candidates;
}

const emptyCandidate = (row: Row): Candidate => ({
  row,
  frequency: 0,
  cover: 0,
  nameCover: 0,
  names: [],
  namePlaces: new Set(),
  head: false,
  units: 0,
});

/** Rare and long pieces say more. What stands nowhere is hardly missed. */
function rarity({ links, places, weight = 1 }: Unit, documents: number, rows: number): number {
  const length = links.some(({ run }) => isHan(run)) ? Math.max(1, places - 1) : 1.5;
  return weight * (documents ? 1 : UNKNOWN_PART) * length * Math.log(1 + Math.max(0, rows - documents + 0.5) / (documents + 0.5));
}

/** Points of a document beside those for how it was found. `today` is a day number, as in `format.ts`. */
export function pointsOf(candidate: Candidate, today: number): Points {
  const { row, frequency, nameCover, head } = candidate;
  const age = row.day ? Math.max(0, today - row.day) / 365 : WEIGHTS.freshYears;
  const kind = KIND_WEIGHTS[row.kind as SearchKind];
  return {
    frequency: WEIGHTS.frequency * frequency,
    ...(nameCover && { name: namePoints(candidate), namePart: WEIGHTS.namePart * nameCover }),
    ...(head && { head: WEIGHTS.head }),
    fresh: WEIGHTS.fresh * Math.exp(-age / WEIGHTS.freshYears),
    ...(kind && { kind }),
    ...(LAPSED.has(row.validity) && { lapsed: WEIGHTS.lapsed }),
  };
}

/** The one name that answers best. */
function namePoints({ row, names, namePlaces }: Candidate): number {
  const each = row.fields.map(({ start, places }, field) => {
    const cover = names[field];
    if (!cover) return 0;
    let characters = 0;
    for (let place = start; place < start + places; place++) if (namePlaces.has(place)) characters++;
    const share = Math.min(1, characters / Math.max(1, places));
    return (field ? WEIGHTS.aliasFactor : 1) * cover ** 2 * (WEIGHTS.nameCovered + WEIGHTS.nameShare * share);
  });
  return Math.max(...each);
}

/** Which of a row's names has so many places, and one of some starts so many behind its first; -1 for none. */
export const nameOf = ({ fields }: Row, starts: readonly number[], places: number, behind = 0): number => fields.findIndex((field) => field.places === places && starts.includes(field.start + behind));

/**
 * Points for all that was typed standing together, in a name or the body, and for a name that is exactly that.
 * @param name Which of the row's names it is; -1 for none.
 */
export function phrasePoints(row: Row, starts: readonly number[], name: number, { links }: Unit): Points {
  if (name < 0) return (starts[0] ?? Infinity) < row.body ? { phraseInName: WEIGHTS.phraseInName } : { phraseInBody: WEIGHTS.phraseInBody };
  const isNumber = links.some(({ run }) => !isHan(run));
  return {
    phraseInName: WEIGHTS.phraseInName,
    ...(name === 0 ? { wholeTitle: WEIGHTS.wholeTitle } : isNumber ? { wholeNumber: WEIGHTS.wholeNumber } : { wholeAlias: WEIGHTS.wholeAlias }),
  };
}
