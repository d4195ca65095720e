import { test } from 'vitest';

import { checkKills } from '../../tests/check-kills.ts';

test('killed at any moment, no acknowledged letter is lost and none is stored twice', () => checkKills(3), 120_000);
