import { test } from 'vitest';

import { checkEveryPublication } from './every-publication.ts';

test('no sequence of moves by any people publishes what lacks its approvals', () => checkEveryPublication(6), 600_000);
