import type { PlacedRemark } from './report/remarks';

/** What an import did, or in a dry run would do. */
export interface ImportReport {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  /** Pages that hold no document. */
  skipped: number;
  tables: number;
  pictures: number;
  attachments: number;
  /** Old addresses a redirect can be made from; counted in a dry run only. */
  redirects: number;
  /** How many rows fill each attribute. */
  filled: Record<string, number>;
  /** How many rows go to each target of a relation, by attribute. */
  targets: Record<string, Record<string, number>>;
  /** Old words for which a default was taken or nothing found, by attribute. */
  unmapped: Record<string, Record<string, number>>;
  remarks: PlacedRemark[];
}

export const createReport = (): ImportReport => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  skipped: 0,
  tables: 0,
  pictures: 0,
  attachments: 0,
  redirects: 0,
  filled: {},
  targets: {},
  unmapped: {},
  remarks: [],
});

/** Adds one to a word's count under an attribute. */
export function count(counts: Record<string, Record<string, number>>, attribute: string, word: string): void {
  const own = (counts[attribute] ??= {});
  own[word] = (own[word] ?? 0) + 1;
}
