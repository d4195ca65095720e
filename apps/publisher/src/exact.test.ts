import { test } from 'vitest';

import { checkSequences } from './testing/exact-sequences.ts';

test('after every publication of twenty sequences of edits the site is that of a full draw', () => checkSequences({ count: 20, steps: 3, searchOf: 4, scratchOf: 10 }), 600_000);
