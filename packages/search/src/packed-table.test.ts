import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { RankTable } from './format.ts';
import { packTable, unpackTable, type PackedTable } from './packed-table.ts';

const numbers = fc.oneof(fc.nat(60), fc.nat(49_999));
const rows = fc.array(
  fc.record({ day: fc.integer({ min: -40_000, max: 40_000 }), length: numbers, title: numbers, aliases: fc.array(numbers, { maxLength: 3 }), at: numbers }),
  { maxLength: 20 },
);

const tableOf = (made: { day: number; length: number; title: number; aliases: number[]; at: number }[], isLong: boolean): RankTable => {
  const column = { values: ['', '市“发改委”'], at: made.map(({ at }) => at) };
  return {
    pagefind: '1.6.0',
    day: made.map(({ day }) => day),
    length: made.map(({ length }) => length),
    title: made.map(({ title }) => title),
    aliases: Object.fromEntries(made.flatMap(({ aliases }, row) => (aliases.length ? [[row, aliases]] : []))),
    kind: column,
    agency: column,
    validity: column,
    ...(isLong && { language: column, audience: column }),
    chunks: ['一个', '公积'],
  };
};

test('a table that was packed is the table again', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (made, isLong) => {
      const table = tableOf(made, isLong);
      const { aliases, ...unpacked } = unpackTable(JSON.parse(JSON.stringify(packTable(table))) as PackedTable);
      expect({ ...unpacked, aliases: made.map((_, row) => aliases[row] ?? []) }).toEqual({ ...table, aliases: made.map((row) => row.aliases) });
    }),
  );
});
