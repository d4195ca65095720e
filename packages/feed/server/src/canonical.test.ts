import fc from 'fast-check';
import { expect, test } from 'vitest';

import { canonicalJson, versionOf } from './canonical.ts';

test('the order of keys does not matter, that of lists does', () => {
  expect(versionOf({ data: { a: 1, b: [1, 2] } })).toBe(versionOf({ data: { b: [1, 2], a: 1 } }));
  expect(versionOf({ data: { b: [1, 2] } })).not.toBe(versionOf({ data: { b: [2, 1] } }));
});

test('a version is 24 hex digits and covers the files of the body', () => {
  expect(versionOf({ data: {} })).toMatch(/^[0-9a-f]{24}$/);
  expect(versionOf({ data: {}, bodyFiles: [] })).not.toBe(versionOf({ data: {} }));
});

test('it is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
