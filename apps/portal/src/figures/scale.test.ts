import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { barLengths, placeColumns } from './scale.ts';

const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('barLengths', () => {
  test('makes the greatest fill the width and the others keep their proportion', () => {
    expect(barLengths([50, 100, 25, 0])).toEqual([50, 100, 25, 0]);
    expect(barLengths([0, 0])).toEqual([0, 0]);
  });

  test('never leaves the width', () => {
    fc.assert(fc.property(figures, (values) => barLengths(values).every((length) => length >= 0 && length <= 100)));
  });
});

describe('placeColumns', () => {
  test('stands columns on zero, above and below it', () => {
    const { columns, zero } = placeColumns([10, -10], 10);
    expect(zero).toBe(5);
    expect(columns.map(({ top, height }) => [top, height])).toEqual([
      [0, 5],
      [5, 5],
    ]);
  });

  test('keeps every column inside the plot and touching zero', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const { columns, zero } = placeColumns(values, 10);
        for (const { top, height } of columns) {
          expect(top).toBeGreaterThanOrEqual(-0.02);
          expect(top + height).toBeLessThanOrEqual(10.02);
          expect(Math.min(Math.abs(top - zero), Math.abs(top + height - zero))).toBeLessThan(0.02);
        }
      }),
    );
  });
});
