import { DEFAULT_FLOW, type Flow } from './flow.ts';

/** Where a document stands. */
export interface Place {
  uid: string;
  site: string | null;
  /** Its column first, then the columns above it. */
  columns: readonly string[];
}

/**
 * Chooses the flow of the most specific place: the nearest column before the type, the type before the site; of two
 * for one column the one that names the type too.
 */
export function chooseFlow(flows: readonly Flow[], place: Place): Flow {
  const fitting = flows.filter(
    ({ site, column, uid }) =>
      (site === null || site === place.site) &&
      (column === null || place.columns.includes(column)) &&
      (uid === null || uid === place.uid),
  );
  return fitting.sort((a, b) => specificity(b, place) - specificity(a, place))[0] ?? DEFAULT_FLOW;
}

function specificity({ site, column, uid }: Flow, { columns }: Place): number {
  const nearness = column === null ? 0 : columns.length - columns.indexOf(column);
  return nearness * 4 + (uid === null ? 0 : 2) + (site === null ? 0 : 1);
}
