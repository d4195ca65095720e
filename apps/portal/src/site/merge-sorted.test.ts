import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mergeSorted } from './merge-sorted.ts';

test('merging two lists in order is sorting both together', () => {
  const inOrder = fc.array(fc.integer({ min: 0, max: 50 })).map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(inOrder, inOrder, (many, few) => {
      expect(mergeSorted(many, few, (a, b) => a - b)).toEqual([...many, ...few].sort((a, b) => a - b));
    }),
  );
});
