import { test } from 'vitest';

import { checkSequences } from './testing/exact-sequences.ts';

test('after every publication of twenty sequences of edits the site is that of a full draw', () => checkSequences(20), 600_000);
