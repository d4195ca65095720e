import { expect, test } from 'vitest';

import { variantPath, widthsFor } from './pictures.ts';

test.each([
  [100, [100]],
  [480, [480]],
  [520, [520]],
  [800, [480, 800]],
  [1200, [480, 960, 1200]],
  [1440, [480, 960, 1440]],
  [6000, [480, 960, 1440]],
])('a picture %i pixels wide is offered in sizes that differ, none larger than itself', (width, widths) => {
  expect(widthsFor(width)).toEqual(widths);
});

test('a variant lies below the hash of its original', () => {
  expect(variantPath('ab12', { width: 480, format: 'avif' })).toBe('/media/ab12/v1/480.avif');
});
