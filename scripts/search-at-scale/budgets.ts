import type { Row } from './measure-engine.ts';

type Key = 'cold_kb' | 'first_kb' | 'everything_kb' | 'ndcg10' | 'title_first' | 'substring_recall' | 'index_peak_mb' | 'edit_s';

/** A limit of design.md § 10 on our own engine: with so many documents at least, or at most. */
interface Budget {
  key: Key;
  most?: number;
  least?: number;
  docs: (docs: number) => boolean;
}

const MEDIUM = (docs: number) => docs <= 10_000;
const LARGE = (docs: number) => docs > 10_000;
const ALWAYS = () => true;

const BUDGETS: Budget[] = [
  { key: 'cold_kb', most: 200, docs: MEDIUM },
  { key: 'first_kb', most: 200, docs: LARGE },
  { key: 'everything_kb', most: 600, docs: LARGE },
  { key: 'title_first', least: 1, docs: ALWAYS },
  { key: 'substring_recall', least: 1, docs: ALWAYS },
  { key: 'edit_s', most: 0.2, docs: ALWAYS },
  { key: 'index_peak_mb', most: 1024, docs: MEDIUM },
  { key: 'index_peak_mb', most: 2048, docs: LARGE },
];

/** One budget and how it went. */
export interface Verdict {
  docs: number;
  key: Key;
  value: number;
  limit: number;
  isMet: boolean;
}

/** Holds what was measured of our own engine against the budgets. */
export function judge(rows: readonly Row[]): Verdict[] {
  return rows.flatMap((row) => {
    if (row.engine !== 'mingchuang' || row.failed !== undefined) return [];
    return BUDGETS.filter(({ docs }) => docs(row.docs)).map(({ key, most, least }) => {
      const value = (row as unknown as Record<Key, number>)[key];
      return { docs: row.docs, key, value, limit: (most ?? least)!, isMet: most === undefined ? value >= least! : value <= most };
    });
  });
}
