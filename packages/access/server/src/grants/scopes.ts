import type { Core } from '@strapi/strapi';

import { listAgenciesOf } from '../membership.ts';
import { areasOf, isEverywhere, type Area, type PlacedColumn } from './areas.ts';
import { listGrants } from './grant-store.ts';
import type { Grant } from './grant.ts';
import { perRequest } from './per-request.ts';

const COLUMN = 'api::column.column';

/** Where a person acts. */
export interface Scope {
  /** The agencies they are a member of. */
  memberships: readonly string[];
  /** The agencies their grants name. */
  grantedAgencies: readonly string[];
  /** Whether any of their grants is for a site or for columns. */
  isPlaced: boolean;
  /** Where they act in a role that grants speak of; `undefined` when none do and membership decides. */
  grantedAreas(role: string): Area[] | undefined;
}

async function loadColumns(strapi: Core.Strapi): Promise<PlacedColumn[]> {
  const rows = await strapi.db.query(COLUMN).findMany({
    where: { publishedAt: null },
    select: ['documentId'],
    populate: { parent: { select: ['documentId'] }, site: { select: ['documentId'] } },
  });
  return rows.map(({ documentId, parent, site }) => ({ documentId, parent: parent?.documentId ?? null, site: site?.documentId ?? null }));
}

const isPlaced = ({ site, columns }: Grant) => site !== null || columns !== null;

async function loadScope(strapi: Core.Strapi, userId: number): Promise<Scope> {
  const [memberships, grants] = [await listAgenciesOf(strapi, userId), await listGrants(strapi, userId)];
  const tree = grants.some(isPlaced) ? await loadColumns(strapi) : [];
  const areas = new Map<string, Area[]>();
  for (const { role } of grants) {
    if (!areas.has(role)) areas.set(role, areasOf(grants.filter((grant) => grant.role === role), memberships, tree));
  }
  const named = [...areas.values()].flat().flatMap(({ agencies }) => agencies ?? []);
  return { memberships, grantedAgencies: [...new Set(named)], isPlaced: grants.some(isPlaced), grantedAreas: (role) => areas.get(role) };
}

/** Finds out where a person acts, once a request. */
export const scopeOf = (strapi: Core.Strapi, userId: number): Promise<Scope> => perRequest(strapi, `scope:${userId}`, () => loadScope(strapi, userId));

/** The areas a member of agencies has in a role: what is granted, or the whole of their agencies on the sites of these. */
export const memberAreas = (scope: Scope, role: string): Area[] => scope.grantedAreas(role) ?? [{ agencies: scope.memberships, isAtHome: true }];

/**
 * The agencies a person acts for as a whole, in any of some roles. A grant for some columns opens these columns, and
 * nothing that belongs to an agency beside them.
 *
 * @returns `'all'` when a grant names no agency, site or column.
 */
export function agenciesIn(scope: Scope, roles: readonly string[]): readonly string[] | 'all' {
  const areas = roles.flatMap((role) => memberAreas(scope, role));
  if (areas.some(isEverywhere)) return 'all';
  return [...new Set(areas.filter(({ columns }) => columns === undefined).flatMap(({ agencies }) => agencies ?? []))];
}
