import type { SearchDocument } from '@mingchuang/content';

import { dayOf, lengthCode, PAGEFIND_VERSION, type DictionaryColumn, type RankTable } from '../format.ts';
import type { Chunk } from './writer.ts';

/** Places of the parts of one row, counted while its tokens were made. */
export interface RowPlaces {
  title: number;
  aliases: number[];
  all: number;
}

/** Gathers what the browser needs to rank a shard's rows without loading them. */
export function buildRankTable(
  documents: readonly SearchDocument[],
  places: readonly RowPlaces[],
  chunks: readonly Chunk[],
): RankTable {
  const days = documents.map(({ date }) => dayOf(date));
  return {
    pagefind: PAGEFIND_VERSION,
    day: days.map((day, row) => day - (days[row - 1] ?? 0)),
    length: places.map(({ all }) => lengthCode(all)),
    title: places.map(({ title }) => title),
    aliases: Object.fromEntries(places.flatMap(({ aliases }, row) => (aliases.length ? [[row, aliases]] : []))),
    kind: dictionaryOf(documents.map(({ kind }) => kind)),
    agency: dictionaryOf(documents.map(({ agency }) => agency ?? '')),
    validity: dictionaryOf(documents.map(({ validity }) => validity ?? '')),
    ...(documents.some(({ language }) => language) && { language: dictionaryOf(documents.map(({ language }) => language ?? '')) }),
    ...(documents.some(({ audiences }) => audiences?.length) && { audience: dictionaryOf(documents.map(({ audiences = [] }) => [...audiences].sort().join())) }),
    chunks: chunks.map(({ from }) => from),
  };
}

function dictionaryOf(column: readonly string[]): DictionaryColumn {
  const values = [...new Set(column)].sort();
  const index = new Map(values.map((value, position) => [value, position]));
  return { values, at: column.map((value) => index.get(value) ?? 0) };
}
