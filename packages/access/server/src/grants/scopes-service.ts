import type { Core } from '@strapi/strapi';

import { loadVersions, type StoredVersion } from '../writing/versions.ts';
import type { Area } from './areas.ts';
import { agenciesIn, memberAreas, scopeOf } from './scopes.ts';

/** A document others ask about. */
export interface Asked {
  uid: string;
  documentId: string;
  locale?: string;
}

interface Holder {
  id: number;
  roles: { code: string }[];
}

/** Roles that act for every agency, unless grants limit them. */
const UNBOUND = ['site-administrator', 'auditor', 'strapi-super-admin'];

const holds = ({ agencies, columns }: Area, { agency, column }: StoredVersion) =>
  (!agencies || agencies.includes(agency?.documentId ?? '')) && (!columns || columns.includes(column?.documentId ?? ''));

/** What other plugins ask of where people act. */
export interface Scopes {
  /** The agencies a person acts for as a whole in some roles; `'all'` when they are not limited. */
  agenciesOf(userId: number, roles: readonly string[]): Promise<readonly string[] | 'all'>;
  /** Whether a person acts in one of some roles, which they hold, for a document. */
  holds(userId: number, roles: readonly string[], document: Asked): Promise<boolean>;
  /** The ids of all who act in one of some roles for a document; accounts that are blocked are left out. */
  listHolders(roles: readonly string[], document: Asked): Promise<number[]>;
}

/** Makes the service `scopes`. */
export function createScopes(strapi: Core.Strapi): Scopes {
  const rolesOf = async (userId: number) => {
    const user = (await strapi.db.query('admin::user').findOne({ where: { id: userId }, populate: { roles: { select: ['code'] } } })) as Holder | null;
    return (user?.roles ?? []).map(({ code }) => code);
  };
  const find = async ({ uid, documentId, locale }: Asked) => {
    const versions = await loadVersions(strapi, uid, { documentId });
    const drafts = versions.filter(({ publishedAt }) => publishedAt === null);
    return drafts.find((version) => version.locale === locale) ?? drafts[0] ?? versions[0];
  };
  const acts = async (userId: number, roles: readonly string[], version: StoredVersion) => {
    const scope = await scopeOf(strapi, userId);
    const areas = roles.flatMap((role) => (UNBOUND.includes(role) ? (scope.grantedAreas(role) ?? [{}]) : memberAreas(scope, role)));
    return areas.some((area) => holds(area, version));
  };

  return {
    async agenciesOf(userId, roles) {
      const [scope, held] = [await scopeOf(strapi, userId), await rolesOf(userId)];
      const acting = roles.filter((role) => held.includes(role));
      if (acting.some((role) => UNBOUND.includes(role) && scope.grantedAreas(role) === undefined)) return 'all';
      return agenciesIn(scope, acting);
    },
    async holds(userId, roles, document) {
      const [held, version] = [await rolesOf(userId), await find(document)];
      return version !== undefined && acts(userId, roles.filter((role) => held.includes(role)), version);
    },
    async listHolders(roles, document) {
      const version = await find(document);
      if (!version) return [];
      const people = (await strapi.db.query('admin::user').findMany({
        where: { isActive: true, blocked: { $not: true }, roles: { code: { $in: [...roles] } } },
        select: ['id'],
        populate: { roles: { select: ['code'] } },
      } as never)) as unknown as Holder[];
      const acting: number[] = [];
      for (const { id, roles: held } of people) {
        if (await acts(id, held.map(({ code }) => code).filter((code) => roles.includes(code)), version)) acting.push(Number(id));
      }
      return acting;
    },
  };
}
