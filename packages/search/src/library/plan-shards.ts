import type { SearchDocument } from '@mingchuang/content';

import type { ShardState } from './state.ts';

/** Characters a row takes besides its body: names, and what each row costs the browser whatever its length. */
const ROW_SIZE = 600;

/** How much of a shard a document fills. */
export const sizeOf = ({ text }: SearchDocument): number => text.length + ROW_SIZE;

/** Cuts documents, in their order, into shards of a size. */
export function cutShards(documents: readonly SearchDocument[], shardSize: number): SearchDocument[][] {
  const shards: SearchDocument[][] = [];
  let size = Infinity;
  for (const document of documents) {
    if (size + sizeOf(document) > shardSize) {
      shards.push([]);
      size = 0;
    }
    shards.at(-1)?.push(document);
    size += sizeOf(document);
  }
  return shards;
}

const isLapsed = ({ validity }: SearchDocument): boolean => validity === 'expired' || validity === 'repealed';

/**
 * Orders documents over shards, because the browser reads the first ones first: what is in force before what is not,
 * undated pages (services, agencies, columns) before dated ones, then the newest.
 */
export function compareForShards(a: SearchDocument, b: SearchDocument): number {
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
  rewrite: boolean;
}

/**
 * Plans a compaction: a shard that is nearly full and nearly all alive stays, everything else is packed together up to
 * the size of a shard.
 */
export function planShards(shards: readonly ShardState[], shardSize: number): ShardGroup[] {
  const groups: ShardGroup[] = [];
  let pack: ShardState[] = [];
  const flush = () => {
    if (pack.length) groups.push({ shards: pack, rewrite: pack.length > 1 || pack.some(({ hide }) => hide.length > 0) });
    pack = [];
  };
  for (const shard of shards) {
    if (shard.size >= 0.8 * shardSize && liveSize(shard) > 0.9 * shard.size) {
      flush();
      groups.push({ shards: [shard], rewrite: false });
      continue;
    }
    if (pack.reduce((sum, packed) => sum + liveSize(packed), 0) + liveSize(shard) > shardSize) flush();
    pack.push(shard);
  }
  flush();
  return groups;
}

/** Near enough: hidden rows are taken to be of average length. */
const liveSize = ({ count, size, hide }: ShardState): number => (size * (count - hide.length)) / count;
