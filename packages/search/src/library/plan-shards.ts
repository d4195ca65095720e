import type { SearchDocument } from '@mingchuang/content';

import type { ShardState } from './state.ts';
import type { SearchWriter } from './writer.ts';

/** Characters a row takes besides its body: names, and what each row costs the browser whatever its length. */
const ROW_SIZE = 600;

/** How much of a shard a document fills. */
export const sizeOf = ({ text }: SearchDocument): number => text.length + ROW_SIZE;

/** Rows that nearly every search reads. Behind them shards may be larger: searches that read everything ask fewer files. */
const READ_ALWAYS = 10_000;

/** How much a shard may hold that begins at a row of the index. */
export type Room = (row: number) => number;

/** The room in shards of a writer. */
export const roomOf =
  ({ shardSize, laterShardSize = shardSize }: Pick<SearchWriter, 'shardSize' | 'laterShardSize'>): Room =>
  (row) =>
    row < READ_ALWAYS ? shardSize : laterShardSize;

/**
 * Cuts documents, in their order, into shards.
 * @param size How much of a shard each fills.
 * @param first The row of the index at which they begin.
 */
export function cutShards<Document>(documents: readonly Document[], size: (document: Document) => number, room: Room, first = 0): Document[][] {
  const shards: Document[][] = [];
  let left = 0;
  for (const [at, document] of documents.entries()) {
    if (!at || size(document) > left) {
      shards.push([]);
      left = room(first + at);
    }
    shards.at(-1)!.push(document);
    left -= size(document);
  }
  return shards;
}

/** What decides where in an index a document lies. */
export type Sortable = Pick<SearchDocument, 'url' | 'date' | 'validity'>;

const isLapsed = ({ validity }: Sortable): boolean => validity === 'expired' || validity === 'repealed';

/**
 * Orders documents over shards, because the browser reads the first ones first: what is in force before what is not,
 * undated pages (services, agencies, columns) before dated ones, then the newest.
 */
export function compareForShards(a: Sortable, b: Sortable): number {
  return (
    Number(isLapsed(a)) - Number(isLapsed(b)) ||
    Number(Boolean(a.date)) - Number(Boolean(b.date)) ||
    compare(b.date ?? '', a.date ?? '') ||
    compare(a.url, b.url)
  );
}

/** By code units: the order must not depend on the machine's language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Neighbouring shards that become one, or a single one that stays as it is. */
export interface ShardGroup {
  shards: ShardState[];
  /** The row of the index at which they begin. */
  row: number;
  rewrite: boolean;
}

/**
 * Plans a compaction: a shard that is nearly full and nearly all alive stays, everything else is packed together up to
 * the size of a shard.
 */
export function planShards(shards: readonly ShardState[], room: Room): ShardGroup[] {
  const groups: ShardGroup[] = [];
  let pack: ShardState[] = [];
  let row = 0;
  const close = (rewrite = pack.length > 1 || pack.some(({ hide }) => hide.length > 0)) => {
    if (pack.length) groups.push({ shards: pack, row, rewrite });
    row += pack.reduce((sum, { count, hide }) => sum + count - hide.length, 0);
    pack = [];
  };
  for (const shard of shards) {
    const isFull = shard.size >= 0.8 * room(row + pack.reduce((sum, { count }) => sum + count, 0));
    const stays = isFull && liveSize(shard) > 0.9 * shard.size;
    if (stays || pack.reduce((sum, packed) => sum + liveSize(packed), 0) + liveSize(shard) > room(row)) close();
    pack.push(shard);
    if (stays) close(false);
  }
  close();
  return groups;
}

/** Near enough: hidden rows are taken to be of average length. */
const liveSize = ({ count, size, hide }: ShardState): number => (size * (count - hide.length)) / count;
