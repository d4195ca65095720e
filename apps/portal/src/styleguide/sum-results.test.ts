import { expect, test } from 'vitest';

import { sumResults } from './sum-results.ts';

test('adds up what a run found over all components', () => {
  const components = { button: { passed: 40, failed: 0 }, table: { passed: 12, failed: 3 } };
  expect(sumResults({ components })).toEqual({ components: 2, passed: 52, failed: 3 });
});
