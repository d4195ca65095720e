import { gunzipSync } from 'node:zlib';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { tokens } from '../tokens.ts';
import { readCbor } from './cbor.ts';
import { createDirectWriter } from './direct-writer.ts';
import { createPagefindWriter } from './pagefind-writer.ts';
import type { Chunk, SearchWriter } from './writer.ts';

/** Token → row → places, read from chunks; rows and places are differences, a negative number sets a weight. */
function postingsIn(chunks: readonly Chunk[]): Record<string, Record<number, number[]>> {
  const postings: Record<string, Record<number, number[]>> = {};
  for (const { bytes } of chunks) {
    const [words] = readCbor(gunzipSync(bytes).subarray('pagefind_dcd'.length)) as [[string, [number, number[]][]][]];
    for (const [token, entries] of words) {
      const rows: Record<number, number[]> = (postings[token] = {});
      let row = 0;
      for (const [step, differences] of entries) {
        row += step;
        let place = 0;
        rows[row] = differences.filter((difference) => difference >= 0).map((difference) => (place += difference));
      }
    }
  }
  return postings;
}

const write = async (writer: SearchWriter, rows: readonly string[][]) => postingsIn(await writer.write(rows));

test('both writers write the same postings', async () => {
  const pagefind = createPagefindWriter();
  const direct = createDirectWriter();
  const text = fc.string({ unit: fc.constantFrom(...'国发〔2019〕5号，人民政府 总则。\n', 'wifi', 'GB18285', '〇', '𠮷'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
      const rows = texts.map(tokens);
      fc.pre(rows.every(({ length }) => length > 0));
      expect(await write(direct, rows)).toEqual(await write(pagefind, rows));
    }),
    { numRuns: 60 },
  );
  await pagefind.close();
});

test('chunks are in the order of their first tokens, and a chunk ends when it is full', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => tokens(String.fromCodePoint(...Array.from({ length: 60 }, (_, at) => 0x4e00 + ((row * 61 + at * 7) % 5000)))));
  const chunks = await createDirectWriter().write(rows);
  const froms = chunks.map(({ from }) => from);
  expect(chunks.length).toBeGreaterThan(3);
  expect(froms).toEqual([...froms].sort());
  for (const { bytes } of chunks.slice(0, -1)) expect(gunzipSync(bytes).length).toBeGreaterThanOrEqual(3072);
});
