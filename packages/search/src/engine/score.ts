import type { SearchKind } from '@mingchuang/content';

import { isHan } from '../tokens.ts';
import type { Hits } from './gather.ts';
import type { Unit } from './query.ts';
import type { Row } from './shard.ts';
import { KIND_WEIGHTS, LAPSED, WEIGHTS } from './weights.ts';

/** A document that has some of the units, with what ranking needs. */
export interface Candidate {
  row: Row;
  /** Sum of the units' frequencies, weighed by their rarity, from 0 to about 2. */
  frequency: number;
  /** Parts, by weight, of the units it has anywhere, and in its title or aliases. */
  cover: number;
  nameCover: number;
  /** Characters of the units in its title or aliases. */
  nameCharacters: number;
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
    for (const [row, hit] of found) {
      const candidate = candidates.get(row) ?? emptyCandidate(row);
      candidates.set(row, candidate);
      const often = hit.count + WEIGHTS.titleFrequency * hit.inNames;
      candidate.frequency += (share * (2.2 * often)) / (often + 1.2 * (0.4 + (0.6 * row.places) / 700));
      candidate.cover += share;
      candidate.units += 1;
      if (hit.inNames) {
        candidate.nameCover += share;
        candidate.nameCharacters += units[index]?.places ?? 0;
      }
      candidate.head ||= hit.head;
    }
  });
  return candidates;
}

const emptyCandidate = (row: Row): Candidate => ({
  row,
  frequency: 0,
  cover: 0,
  nameCover: 0,
  nameCharacters: 0,
  head: false,
  units: 0,
});

/** Rare and long pieces say more. */
function rarity({ links, places }: Unit, documents: number, rows: number): number {
  const length = links.some(({ run }) => isHan(run)) ? places : 2;
  return Math.log(1 + Math.max(0, rows - documents + 0.5) / (documents + 0.5)) * Math.sqrt(length);
}

/** Points of a document before the base of how it was found. `today` is a day number, as in `format.ts`. */
export function points({ row, frequency, nameCover, nameCharacters, head }: Candidate, today: number): number {
  const title = row.fields[0]?.places ?? 1;
  const named =
    nameCover > 0.999
      ? WEIGHTS.titleCovered + WEIGHTS.titleShare * Math.min(1, nameCharacters / Math.max(1, title - 2))
      : WEIGHTS.titlePart * nameCover;
  const age = row.day ? Math.max(0, today - row.day) / 365 : WEIGHTS.freshYears;
  return (
    WEIGHTS.frequency * frequency +
    named +
    (head ? WEIGHTS.head : 0) +
    WEIGHTS.fresh * Math.exp(-age / WEIGHTS.freshYears) +
    (KIND_WEIGHTS[row.kind as SearchKind] ?? 0) +
    (LAPSED.has(row.validity) ? WEIGHTS.lapsed : 0)
  );
}

/** Points for all that was typed standing together, in a name or the body, and for a name that is exactly that. */
export function phrasePoints(row: Row, starts: readonly number[], places: number): number {
  const whole = row.fields.findIndex((field) => field.places === places && starts.includes(field.start));
  if (whole === 0) return WEIGHTS.wholeTitle + WEIGHTS.phraseInName;
  if (whole > 0) return WEIGHTS.wholeAlias + WEIGHTS.phraseInName;
  return (starts[0] ?? Infinity) < row.body ? WEIGHTS.phraseInName : WEIGHTS.phraseInBody;
}
