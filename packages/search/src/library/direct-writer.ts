import { gzipSync } from 'node:zlib';

import { createBreather } from '@mingchuang/content/breathe';

import { SIGNATURE } from '../format.ts';
import { growCbor, type CborBuffer } from './cbor.ts';
import type { Chunk, SearchWriter } from './writer.ts';

/**
 * Bytes of a chunk before it is closed and compressed. Smaller ones weigh less for each pair that is asked and more in the
 * table of chunks, which every search loads: about 3 bytes each, so that there should not be many more than that.
 */
const CHUNK_BYTES = 3072;
const MANY_CHUNKS = 6000;

/** Where tokens stand: sorted by token, and of each by row and place. Plain numbers: a shard has twenty million places. */
interface Postings {
  /** Tokens by their number, in the order they came. */
  tokens: readonly string[];
  /** Of each token, where its places begin in `rows` and `places`; behind the last, where all end. */
  starts: Uint32Array;
  /** Of each token, in how many rows it stands. */
  rowCounts: Uint32Array;
  rows: Uint32Array;
  places: Uint32Array;
}

/**
 * Writes postings in the format Pagefind 1.6.0 reads, without its binary: a chunk is CBOR, `[[token, [[row, [place…]]…]]…]`
 * with rows and places as differences, behind a signature and gzipped.
 *
 * Faster than the binary, with a fraction of its memory, so shards may be larger and an update takes milliseconds. The
 * format is not documented: a test holds both writers together, and the version is pinned.
 */
export function createDirectWriter(): SearchWriter {
  return { shardSize: 16_000_000, laterShardSize: 20_000_000, write: async (rows) => cutChunks(await postingsOf(rows)), close: async () => undefined };
}

async function postingsOf(rows: Iterable<readonly string[]>): Promise<Postings> {
  const breathe = createBreather();
  const numbers = new Map<string, number>();
  const told: Uint32Array[] = [];
  for (const tokens of rows) {
    const row = new Uint32Array(tokens.length);
    for (const [place, token] of tokens.entries()) {
      let number = numbers.get(token);
      if (number === undefined) numbers.set(token, (number = numbers.size));
      row[place] = number;
    }
    told.push(row);
    await breathe();
  }

  const starts = new Uint32Array(numbers.size + 1);
  for (const row of told) for (const number of row) starts[number + 1]! += 1;
  for (let number = 0; number < numbers.size; number++) starts[number + 1]! += starts[number]!;
  const postings: Postings = { tokens: [...numbers.keys()], starts, rowCounts: new Uint32Array(numbers.size), rows: new Uint32Array(starts.at(-1)!), places: new Uint32Array(starts.at(-1)!) };
  const next = starts.slice();
  for (const [row, own] of told.entries()) {
    for (const [place, number] of own.entries()) {
      const at = next[number]!++;
      if (at === starts[number] || postings.rows[at - 1] !== row) postings.rowCounts[number]! += 1;
      postings.rows[at] = row;
      postings.places[at] = place;
    }
    await breathe();
  }
  return postings;
}

/** Tokens in order, in chunks of about equal size. Pagefind looks a token up by the first one of each chunk. */
async function cutChunks(postings: Postings): Promise<Chunk[]> {
  const breathe = createBreather();
  const most = chunkBytes(postings);
  const chunks: Chunk[] = [];
  let from = '';
  let tokens = 0;
  let body = growCbor(most * 2);
  const close = () => {
    if (!tokens) return;
    const head = growCbor();
    head.list(1);
    head.list(tokens);
    chunks.push({ from, bytes: gzipSync(Buffer.concat([Buffer.from(SIGNATURE), head.bytes(), body.bytes()]), { level: 9 }) });
    tokens = 0;
    body = growCbor(most * 2);
  };
  const order = postings.tokens.map((token, number) => ({ token, number })).sort((a, b) => byCodePoints(a.token, b.token));
  for (const { token, number } of order) {
    // Who asks for a rare pair must not load a frequent one beside it.
    if (body.size() + leastBytes(postings, number) > 2 * most) close();
    if (!tokens) from = token;
    tokens += 1;
    appendToken(body, postings, number);
    if (body.size() >= most) close();
    if (!tokens) await breathe();
  }
  close();
  return chunks;
}

/** A byte for each place, and three for each row. */
const leastBytes = ({ starts, rowCounts }: Postings, number: number): number => starts[number + 1]! - starts[number]! + 3 * rowCounts[number]!;

/** Steps often take two bytes. */
const chunkBytes = (postings: Postings): number =>
  Math.max(CHUNK_BYTES, Math.ceil((1.5 * postings.tokens.reduce((sum, _, number) => sum + leastBytes(postings, number), 0)) / MANY_CHUNKS));

/** For each row the step from the row before, and of its places the steps between them. */
function appendToken(body: CborBuffer, { tokens, starts, rowCounts, rows, places }: Postings, number: number): void {
  const end = starts[number + 1]!;
  body.list(2);
  body.text(tokens[number]!);
  body.list(rowCounts[number]!);
  let lastRow = 0;
  for (let at = starts[number]!; at < end; ) {
    const row = rows[at]!;
    let behind = at + 1;
    while (behind < end && rows[behind] === row) behind += 1;
    body.list(2);
    body.number(row - lastRow);
    body.list(behind - at);
    for (let last = 0; at < behind; at += 1) {
      body.number(places[at]! - last);
      last = places[at]!;
    }
    lastRow = row;
  }
}

/** Pagefind compares as UTF-8; UTF-16 has characters beyond the first plane before some of those in it. */
function byCodePoints(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)].map((unit) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit));
  return (Number.isNaN(one) ? -1 : (one as number)) - (Number.isNaN(other) ? -1 : (other as number));
}
