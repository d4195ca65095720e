import { intersect, type Row, type Shard, type Starts } from './shard.ts';
import type { Unit } from './query.ts';

/** Where a unit stands in a document. */
export interface Hit {
  count: number;
  /** How often in the title or an alias. */
  inNames: number;
  /** The title begins with it. */
  head: boolean;
  starts: number[];
}

/** The hits of one unit over all open shards. */
export type Hits = Map<Row, Hit>;

/** Looks a unit up in every open shard. */
export async function gather(shards: readonly Shard[], unit: Unit): Promise<Hits> {
  const hits: Hits = new Map();
  for (const starts of await Promise.all(shards.map((shard) => findUnit(shard, unit)))) {
    for (const [row, places] of starts) {
      hits.set(row, {
        count: places.length,
        inNames: places.filter((place) => place < row.body).length,
        head: places[0] === 0,
        starts: places,
      });
    }
  }
  return hits;
}

/**
 * Cuts a word that stands nowhere into the longest pieces that do stand somewhere, from the left: word lists do not know
 * `公积金`, so that `公积金租房` comes out as one word, but the documents know both.
 */
export async function cutByIndex(shards: readonly Shard[], word: string): Promise<string[]> {
  const isKnown = async (run: string) => (await Promise.all(shards.map((shard) => shard.find(run)))).some(({ size }) => size > 0);
  if (await isKnown(word)) return [word];
  const characters = [...word];
  const pieces: string[] = [];
  for (let from = 0; from + 1 < characters.length; from++) {
    for (let to = characters.length; to > from + 1; to--) {
      const piece = characters.slice(from, to).join('');
      if (!(await isKnown(piece))) continue;
      pieces.push(piece);
      from = to - 1;
      break;
    }
  }
  return pieces;
}

async function findUnit(shard: Shard, { links }: Unit): Promise<Starts> {
  const [first, ...others] = await Promise.all(links.map(({ run }) => shard.find(run)));
  return others.reduce((found, next, index) => intersect(found, next, links[index + 1]?.offset ?? 0), first ?? new Map());
}
