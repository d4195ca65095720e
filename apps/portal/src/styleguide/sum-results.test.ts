import { expect, test } from 'vitest';

import { sumResults } from './sum-results.ts';

test('adds up what a run found over all components', () => {
  const components = { button: { passed: 40, failed: 0 }, table: { passed: 12, failed: 3 } };
  expect(sumResults({ on: '2026-11-22', engine: 'axe-core 4.14.1', looks: ['标准版'], components })).toEqual({ components: 2, passed: 52, failed: 3 });
});
