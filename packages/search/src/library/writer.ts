/** A part of a shard's postings, gzipped as Pagefind's browser side reads it, and the first token it covers. */
export interface Chunk {
  from: string;
  bytes: Uint8Array;
}

/**
 * Turns the tokens of a shard's rows into Pagefind's postings.
 *
 * Only this differs between implementations; what rows are, how they are ranked and where files lie is common, so a
 * browser cannot tell which writer made a shard.
 */
export interface SearchWriter {
  /** Most a shard should hold, by `sizeOf`: the writer's memory goes with it. */
  shardSize: number;
  /** The same for shards of older documents, which few searches read; `shardSize` when not given. */
  laterShardSize?: number;
  /** Rows are numbered in the order given. */
  write(rows: Iterable<readonly string[]>): Promise<Chunk[]>;
  /** Frees what the writer holds between shards. It may be used again. */
  close(): Promise<void>;
}
