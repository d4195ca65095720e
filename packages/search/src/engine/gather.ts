import { intersect, type Row, type Shard, type Starts } from './shard.ts';
import type { Unit } from './query.ts';

/** Where a unit stands in a document. */
export interface Hit {
  count: number;
  /** How often in the title or an alias: the first of the starts. */
  inNames: number;
  starts: readonly number[];
}

/** The hits of one unit over all open shards. */
export type Hits = Map<Row, Hit>;

/** Looks a unit up in every open shard, said in any of its ways. */
export async function gather(shards: readonly Shard[], unit: Unit): Promise<Hits> {
  const hits: Hits = new Map();
  for (const own of [unit, ...(unit.also ?? [])])
    for (const starts of await Promise.all(shards.map((shard) => findUnit(shard, own))))
      for (const [row, places] of starts) {
        const known = hits.get(row)?.starts;
        const all = known ? [...new Set([...known, ...places])].sort((a, b) => a - b) : places;
        hits.set(row, { count: all.length, inNames: countBelow(all, row.body), starts: all });
      }
  return hits;
}

function countBelow(places: readonly number[], end: number): number {
  const beyond = places.findIndex((place) => place >= end);
  return beyond < 0 ? places.length : beyond;
}

async function findUnit(shard: Shard, { links }: Unit): Promise<Starts> {
  const [first, ...others] = await Promise.all(links.map(({ run }) => shard.find(run)));
  return others.reduce((found, next, index) => intersect(found, next, links[index + 1]?.offset ?? 0), first ?? new Map());
}
