import { test } from 'vitest';

import { checkSequences } from './testing/exact-sequences.ts';

test('after every publication of eight sequences of edits the site is that of a full draw', () => checkSequences({ count: 8, steps: 3, searchOf: 4, scratchOf: 10 }), 600_000);
