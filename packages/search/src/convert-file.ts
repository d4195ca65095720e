import { PATHS } from '@mingchuang/content/paths';

import type { ResultText } from './format.ts';
import type { PackedTable } from './packed-table.ts';

/** Writes a text in other characters. */
export type Convert = (text: string) => string;

const TEXT = /\/text\/[^/]+\.json$/;
const TABLE = /\/m\.json$/;

/** Whether a file of the search holds words that visitors read, beside what the engine computes with. */
export const isReadByVisitors = (path: string): boolean => path === PATHS.suggestions || (path.startsWith(PATHS.searchIndex) && (TEXT.test(path) || TABLE.test(path)));

/**
 * Rewrites what visitors read in a file of the index: the texts of results and the names of agencies. Everything else,
 * above all the tokens, stays, so that the engine finds the same.
 * @param json A file for which `isReadByVisitors` is true.
 */
export function convertFile(path: string, json: string, convert: Convert): string {
  if (path === PATHS.suggestions) return convert(json);
  if (TABLE.test(path)) {
    const table = JSON.parse(json) as PackedTable;
    return JSON.stringify({ ...table, agency: { ...table.agency, values: table.agency.values.map(convert) } });
  }
  const { url, ...words } = JSON.parse(json) as ResultText;
  const { card } = words;
  const converted = convertTexts(words, convert) as typeof words;
  // Where a service is done is an address.
  if (card?.kind === 'service' && card.online) Object.assign(converted.card!, { online: card.online });
  return JSON.stringify({ ...converted, url });
}

/** Every text in a value. Sections are called by their ids in both scripts. */
export function convertTexts(value: unknown, convert: Convert): unknown {
  if (typeof value === 'string') return convert(value);
  if (Array.isArray(value)) return value.map((inner) => convertTexts(inner, convert));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === 'id' || name === 'kind' ? inner : convertTexts(inner, convert)]));
}
