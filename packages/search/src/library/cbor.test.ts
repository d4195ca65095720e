import fc from 'fast-check';
import { expect, test } from 'vitest';

import { growCbor, readCbor } from './cbor.ts';

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.nat({ max: 2 ** 32 - 1 }))), (pairs) => {
      const bytes = growCbor(1);
      bytes.list(pairs.length);
      for (const [text, number] of pairs) {
        bytes.list(2);
        bytes.text(text);
        bytes.number(number);
      }
      expect(readCbor(bytes.bytes())).toEqual(pairs);
    }),
  );
});

test('reads negative numbers, and refuses what Pagefind does not write', () => {
  expect(readCbor(new Uint8Array([0x38, 0x18]))).toBe(-25);
  expect(() => readCbor(new Uint8Array([0xa0]))).toThrow('CBOR type 5 at byte 0');
  expect(() => readCbor(new Uint8Array([0x1b]))).toThrow('CBOR length of form 27');
});
