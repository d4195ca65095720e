import { test } from 'vitest';

import { checkSequences } from './testing/exact-sequences.ts';

test('after every publication of two hundred sequences of edits the site is that of a full draw', () => checkSequences(200), 3_600_000);
