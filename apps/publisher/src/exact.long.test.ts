import { test } from 'vitest';

import { checkSequences } from './testing/exact-sequences.ts';

test('after every publication of two hundred sequences of edits the site is that of a full draw', () => checkSequences({ count: 200, steps: 5, searchOf: 1, scratchOf: 5 }), 3_600_000);
