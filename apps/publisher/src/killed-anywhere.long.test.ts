import { expect, test } from 'vitest';

import { killAnywhere, WORKS } from './testing/killed-anywhere.ts';

test.each(Object.keys(WORKS) as (keyof typeof WORKS)[])('killed at any write at all of %s, the next start ends with a whole site', async (work) => {
  expect((await killAnywhere(work, 1)).length).toBeGreaterThan(20);
});
