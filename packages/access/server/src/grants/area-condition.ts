import { abroad } from './abroad.ts';
import { isEverywhere, type Area } from './areas.ts';

/** A condition as Strapi's permission engine takes it; `true` is without condition, `false` never holds. */
export type Condition = boolean | Record<string, unknown>;

/** How a document of a type is placed: owned by an agency in a column, or part of the frame of a site. */
export type Placement = 'document' | 'column' | 'agency' | 'site' | 'of-site' | 'elsewhere';

const SITE = 'site.documentId';

/** What must hold of a document for it to be in an area; `undefined` when nothing of this kind is. */
function boundsOf({ site, agencies, columns, isWholeSite, isAtHome }: Area, placement: Placement): Record<string, unknown> | undefined {
  switch (placement) {
    case 'document':
      return {
        ...(agencies ? { 'agency.documentId': { $in: isAtHome ? [...agencies] : [...agencies, ...agencies.map(abroad)] } } : {}),
        ...(columns ? { 'column.documentId': { $in: [...columns] } } : {}),
      };
    // The frame is kept by whoever keeps the whole of it: an agency's people do not set up columns.
    case 'column':
      if (agencies) return undefined;
      return isWholeSite ? { [SITE]: site } : { documentId: { $in: [...(columns ?? [])] } };
    case 'agency':
      if (columns && !isWholeSite) return undefined;
      return { ...(agencies ? { documentId: { $in: [...agencies] } } : {}), ...(site === undefined ? {} : { [SITE]: site }) };
    case 'site':
      return agencies || !isWholeSite ? undefined : { documentId: site };
    case 'of-site':
      return agencies || !isWholeSite ? undefined : { [SITE]: site };
    case 'elsewhere':
      return undefined;
  }
}

/** The condition under which a document is in one of some areas. */
export function conditionOf(areas: readonly Area[], placement: Placement): Condition {
  if (areas.some(isEverywhere)) return true;
  const bounds = areas.map((area) => boundsOf(area, placement)).filter((found) => found !== undefined);
  if (bounds.length === 0) return false;
  return bounds.length === 1 ? bounds[0]! : { $or: bounds };
}

interface Schema {
  uid: string;
  attributes: Record<string, unknown>;
}

/** How the documents of a type are placed. */
export function placementOf(schema: Schema | undefined): Placement {
  if (!schema) return 'elsewhere';
  if ('agency' in schema.attributes && 'column' in schema.attributes) return 'document';
  const known: Record<string, Placement> = { 'api::column.column': 'column', 'api::agency.agency': 'agency', 'api::site.site': 'site' };
  return known[schema.uid] ?? ('site' in schema.attributes ? 'of-site' : 'elsewhere');
}
