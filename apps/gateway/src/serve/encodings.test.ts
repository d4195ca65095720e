import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createByteCache } from './byte-cache.ts';
import { chooseEncoding, compress, decompress, isCompressible } from './encodings.ts';
import { isFresh } from './is-fresh.ts';
import { readRange } from './ranges.ts';

describe('chooseEncoding', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['GZIP;Q=0.5', 'gzip'],
    ['br;q=nonsense', undefined],
  ])('%j is answered with %j', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('compression', () => {
  test('gives back the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), fc.constantFrom('br' as const, 'gzip' as const), async (bytes, encoding) =>
        Buffer.from(bytes).equals(await decompress(encoding, await compress(encoding, Buffer.from(bytes)), 10_000)),
      ),
      { numRuns: 50 },
    );
  });

  test('does not unfold a bomb', async () => {
    await expect(decompress('gzip', await compress('gzip', Buffer.alloc(1_000_000)), 10_000)).rejects.toThrow();
  });

  test('is left out for what is compressed already', () => {
    expect(['text/html; charset=utf-8', 'application/wasm', 'image/svg+xml', 'image/png', 'video/mp4', 'font/woff2'].map(isCompressible)).toEqual([
      true, true, true, false, false, false,
    ]);
  });
});

test('a range always lies inside the whole', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.option(fc.nat(2500)), fc.option(fc.nat(2500)), (size, from, to) => {
      const range = readRange(`bytes=${from ?? ''}-${to ?? ''}`, size);
      return range.kind !== 'part' || (range.start >= 0 && range.start <= range.end && range.end < size);
    }),
  );
});

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
])('If-None-Match %j is fresh: %j', (header, fresh) => {
  expect(isFresh(header, '"a"')).toBe(fresh);
});

describe('the cache', () => {
  const bytes = (length: number) => () => Promise.resolve(Buffer.alloc(length));

  test('never holds more than its limit, and drops what was unused longest', async () => {
    const cache = createByteCache(100);
    await cache.get('a', bytes(25));
    await cache.get('b', bytes(25));
    await cache.get('c', bytes(25));
    await cache.get('d', bytes(25));
    await cache.get('a', () => Promise.reject(new Error('was kept')));
    await cache.get('e', bytes(25));
    expect(cache.bytes).toBe(100);
    await cache.get('a', () => Promise.reject(new Error('was kept')));
    await expect(cache.get('b', () => Promise.reject(new Error('was dropped')))).rejects.toThrow('was dropped');
  });

  test('makes once what is asked for twice at once, and tries again after a failure', async () => {
    const cache = createByteCache(100);
    let made = 0;
    const make = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (++made === 1) throw new Error('first');
      return Buffer.from('x');
    };
    await expect(Promise.all([cache.get('a', make), cache.get('a', make)])).rejects.toThrow('first');
    await Promise.all([cache.get('a', make), cache.get('a', make)]);
    expect(made).toBe(2);
  });

  test('does not let one large thing push out all others', async () => {
    const cache = createByteCache(100);
    await cache.get('a', bytes(10));
    await cache.get('large', bytes(90));
    expect(cache.bytes).toBe(10);
  });
});
