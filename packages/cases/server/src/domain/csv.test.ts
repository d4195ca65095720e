import { expect, test } from 'vitest';

import { toCsv } from './csv.ts';

test('a table is opened as text: quotes doubled, formulas disarmed', () => {
  expect(toCsv([['意见', 3], ['他说"不"', '=HYPERLINK("http://x")']])).toBe('\ufeff"意见","3"\r\n"他说""不""","\'=HYPERLINK(""http://x"")"\r\n');
});
