import { PATHS } from '@mingchuang/content/paths';

import type { RankTable, ResultText } from './format.ts';

const TEXT = /\/text\/[^/]+\.json$/;
const TABLE = /\/m\.json$/;

/** Whether a file of the search holds words that visitors read, beside what the engine computes with. */
export const isReadByVisitors = (path: string): boolean => path === PATHS.suggestions || (path.startsWith(PATHS.searchIndex) && (TEXT.test(path) || TABLE.test(path)));

/**
 * Rewrites what visitors read in a file of the index: the texts of results and the names of agencies. Everything else,
 * above all the tokens, stays, so that the engine finds the same.
 * @param json A file for which `isReadByVisitors` is true.
 */
export function convertFile(path: string, json: string, convert: (text: string) => string): string {
  if (path === PATHS.suggestions) return convert(json);
  if (TABLE.test(path)) {
    const table = JSON.parse(json) as RankTable;
    return JSON.stringify({ ...table, agency: { ...table.agency, values: table.agency.values.map(convert) } });
  }
  const { title, summary, body, ...rest } = JSON.parse(json) as ResultText;
  return JSON.stringify({ ...rest, title: convert(title), ...(summary !== undefined && { summary: convert(summary) }), body: convert(body) });
}
