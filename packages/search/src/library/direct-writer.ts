import { gzipSync } from 'node:zlib';

import { createBreather } from '@mingchuang/content/breathe';

import { SIGNATURE } from '../format.ts';
import { growCbor, type CborBuffer } from './cbor.ts';
import { placesByToken } from './places-by-token.ts';
import type { Chunk, SearchWriter } from './writer.ts';

/**
 * Bytes of a chunk before it is closed and compressed. Smaller ones weigh less for each pair that is asked and more in the
 * table of chunks, which every search loads: about 3 bytes each, so that there should not be many more than that.
 */
const CHUNK_BYTES = 3072;
const MANY_CHUNKS = 6000;

/** One token's places: for each row the step from the row before, how many places, and the steps between them. */
interface Postings {
  rows: number;
  lastRow: number;
  steps: number[];
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

async function postingsOf(rows: Iterable<readonly string[]>): Promise<Map<string, Postings>> {
  const breathe = createBreather();
  const postings = new Map<string, Postings>();
  let row = 0;
  for (const tokens of rows) {
    for (const [token, places] of placesByToken(tokens)) {
      let entry = postings.get(token);
      if (!entry) postings.set(token, (entry = { rows: 0, lastRow: 0, steps: [] }));
      entry.steps.push(row - entry.lastRow, places.length);
      let last = 0;
      for (const place of places) {
        entry.steps.push(place - last);
        last = place;
      }
      entry.lastRow = row;
      entry.rows += 1;
    }
    row += 1;
    await breathe();
  }
  return postings;
}

/** Tokens in order, in chunks of about equal size. Pagefind looks a token up by the first one of each chunk. */
async function cutChunks(postings: ReadonlyMap<string, Postings>): Promise<Chunk[]> {
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
  for (const token of [...postings.keys()].sort(byCodePoints)) {
    const entry = postings.get(token) as Postings;
    // Who asks for a rare pair must not load a frequent one beside it.
    if (body.size() + leastBytes(entry) > 2 * most) close();
    if (!tokens) from = token;
    tokens += 1;
    appendToken(body, token, entry);
    if (body.size() >= most) close();
    if (!tokens) await breathe();
  }
  close();
  return chunks;
}

const leastBytes = ({ rows, steps }: Postings): number => rows + steps.length;

/** Steps often take two bytes. */
const chunkBytes = (postings: ReadonlyMap<string, Postings>): number =>
  Math.max(CHUNK_BYTES, Math.ceil((1.5 * [...postings.values()].reduce((sum, entry) => sum + leastBytes(entry), 0)) / MANY_CHUNKS));

function appendToken(body: CborBuffer, token: string, { rows, steps }: Postings): void {
  body.list(2);
  body.text(token);
  body.list(rows);
  for (let at = 0; at < steps.length; ) {
    const places = steps[at + 1] as number;
    body.list(2);
    body.number(steps[at] as number);
    body.list(places);
    for (let place = 0; place < places; place++) body.number(steps[at + 2 + place] as number);
    at += 2 + places;
  }
}

/** Pagefind compares as UTF-8; UTF-16 has characters beyond the first plane before some of those in it. */
function byCodePoints(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)].map((unit) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit));
  return (Number.isNaN(one) ? -1 : (one as number)) - (Number.isNaN(other) ? -1 : (other as number));
}
