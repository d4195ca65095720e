import type { DictionaryColumn, RankTable } from './format.ts';

/**
 * `m.json` as it is served: columns of small numbers, days aside, are text of one character a number. After compression
 * that is three quarters of what JSON makes of them. A space ends the aliases of each row.
 */
export interface PackedTable extends Pick<RankTable, 'pagefind' | 'day' | 'chunks'>, Record<'length' | 'title' | 'aliases', string> {
  kind: PackedDictionary;
  agency: PackedDictionary;
  validity: PackedDictionary;
  language?: PackedDictionary;
  audience?: PackedDictionary;
}

type PackedDictionary = Pick<DictionaryColumn, 'values'> & { at: string };

/** The character of 0: behind the two that JSON escapes. */
const ZERO = 0x5d;

/** Packs a rank table for the way to the browser. What it packs is below 50,000. */
export function packTable({ pagefind, day, length, title, aliases, kind, agency, validity, language, audience, chunks }: RankTable): PackedTable {
  return {
    pagefind,
    day,
    length: pack(length),
    title: pack(title),
    aliases: title.map((_, row) => `${pack(aliases[row] ?? [])} `).join(''),
    kind: packDictionary(kind),
    agency: packDictionary(agency),
    validity: packDictionary(validity),
    ...(language && { language: packDictionary(language) }),
    ...(audience && { audience: packDictionary(audience) }),
    chunks,
  };
}

const pack = (values: readonly number[]): string => values.map((value) => String.fromCharCode(ZERO + value)).join('');
const packDictionary = ({ values, at }: DictionaryColumn): PackedDictionary => ({ values, at: pack(at) });

/** Reads what `packTable` made. */
export const unpackTable = ({ pagefind, ...columns }: PackedTable): RankTable =>
  ({ pagefind, ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, unpack(column)])) }) as RankTable;

const unpack = (column: string | readonly unknown[] | PackedDictionary): unknown => {
  if (typeof column === 'string') return column.includes(' ') ? column.split(' ').map(numbers) : numbers(column);
  return Array.isArray(column) ? column : { ...column, at: numbers((column as PackedDictionary).at) };
};

const numbers = (column: string): number[] => [...column].map((character) => character.charCodeAt(0) - ZERO);
