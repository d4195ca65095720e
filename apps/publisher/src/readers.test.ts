import { expect, test } from 'vitest';

import { publishUnderReaders } from './testing/publish-under-readers.ts';

test('readers of forty publications never meet an error, a mixed page, a missing style sheet or an older release', async () => {
  expect(await publishUnderReaders(40, 4)).toBeGreaterThan(200);
}, 240_000);
