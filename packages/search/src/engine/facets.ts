import { FACETS, type Facet, type FacetCounts, type Filters } from './protocol.ts';
import type { Row } from './shard.ts';

/**
 * Counts what each value of each facet would leave. A facet's own filter does not count against its values: a visitor
 * who has chosen a kind still sees how many there are of the others.
 */
export function countFacets(rows: Iterable<Row>, filters: Filters): FacetCounts {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as FacetCounts;
  for (const row of rows) {
    const failed = FACETS.filter((facet) => !has(row, facet, filters[facet]));
    const counted: readonly Facet[] = failed.length === 0 ? FACETS : failed.length === 1 ? failed : [];
    for (const facet of counted) {
      for (const value of valuesOf(row, facet)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
    }
  }
  return counts;
}

/** Whether a row has everything the filters ask for. */
export const passes = (row: Row, filters: Filters): boolean =>
  FACETS.every((facet) => has(row, facet, filters[facet]));

const has = (row: Row, facet: Facet, wanted: string | undefined): boolean => wanted === undefined || valuesOf(row, facet).includes(wanted);

/** Of audiences a row may have several. */
const valuesOf = (row: Row, facet: Facet): string[] => (facet === 'audience' ? row.audience.split(',') : [row[facet]]).filter(Boolean);
