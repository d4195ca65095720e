import { OWN_AGENCIES, type Grant } from './grant.ts';

/** Where somebody acts. What is left out is not limited; an empty list holds nothing. */
export interface Area {
  site?: string;
  agencies?: readonly string[];
  /** With all columns below them, and within the site. */
  columns?: readonly string[];
  /** Whether the columns are all there are in the site, new ones too. */
  isWholeSite?: boolean;
  /** Whether documents stay on the sites their agencies belong to: so for members to whom nothing was granted. */
  isAtHome?: boolean;
}

/** The tree of columns, as far as rights need it. */
export interface PlacedColumn {
  documentId: string;
  parent: string | null;
  site: string | null;
}

/** Some columns and everything below them. A ring of parents, which nobody should have made, ends too. */
export function withDescendants(tree: readonly PlacedColumn[], tops: readonly string[]): string[] {
  const found = new Set(tops);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { documentId, parent } of tree) if (parent !== null && found.has(parent)) found.add(documentId);
  }
  return [...found];
}

/**
 * Turns the grants of a role into areas. Columns that are gone leave a grant for nothing, never for everything.
 *
 * @param memberships The agencies the person is a member of.
 */
export function areasOf(grants: readonly Grant[], memberships: readonly string[], tree: readonly PlacedColumn[]): Area[] {
  return grants.map(({ site, agency, columns }) => {
    const area: Area = {};
    if (agency !== null) area.agencies = agency === OWN_AGENCIES ? memberships : [agency];
    if (site !== null) area.site = site;
    if (columns === null && site === null) return area;
    const ofSite = tree.filter((column) => site === null || column.site === site).map(({ documentId }) => documentId);
    const chosen = columns === null ? ofSite : withDescendants(tree, columns).filter((id) => ofSite.includes(id));
    return { ...area, columns: chosen, isWholeSite: columns === null };
  });
}

/** Whether an area has no bounds at all. */
export const isEverywhere = ({ site, agencies, columns }: Area) => site === undefined && agencies === undefined && columns === undefined;
