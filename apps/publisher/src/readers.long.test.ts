import { expect, test } from 'vitest';

import { publishUnderReaders } from './testing/publish-under-readers.ts';

test('readers of five hundred publications never meet an error, a mixed page, a missing style sheet or an older release', async () => {
  expect(await publishUnderReaders(500, 8)).toBeGreaterThan(5000);
}, 1_800_000);
