import { FACETS, type Facet, type FacetCounts, type Filters } from './protocol.ts';
import type { Row } from './shard.ts';

/**
 * Counts what each value of each facet would leave. A facet's own filter does not count against its values: a visitor
 * who has chosen a kind still sees how many there are of the others.
 */
export function countFacets(rows: Iterable<Row>, filters: Filters): FacetCounts {
  const counts: FacetCounts = { kind: {}, agency: {}, year: {}, validity: {} };
  for (const row of rows) {
    const failed = FACETS.filter((facet) => filters[facet] !== undefined && filters[facet] !== row[facet]);
    const counted: readonly Facet[] = failed.length === 0 ? FACETS : failed.length === 1 ? failed : [];
    for (const facet of counted) {
      const value = row[facet];
      if (value) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
    }
  }
  return counts;
}

/** Whether a row has everything the filters ask for. */
export const passes = (row: Row, filters: Filters): boolean =>
  FACETS.every((facet) => filters[facet] === undefined || filters[facet] === row[facet]);
