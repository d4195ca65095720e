import { test } from 'vitest';

import { checkKills } from '../../tests/check-kills.ts';

test('killed again and again, no acknowledged letter is lost and none is stored twice', () => checkKills(18), 600_000);
