import type { Core } from '@strapi/strapi';

import { loadVersions, type StoredVersion } from '../writing/versions.ts';
import type { Area } from './areas.ts';
import { listGrants } from './grant-store.ts';
import { selectDocuments } from './select-documents.ts';
import { agenciesIn, memberAreas, type Scope, scopeOf } from './scopes.ts';

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

const areasIn = (scope: Scope, role: string): Area[] => (UNBOUND.includes(role) ? (scope.grantedAreas(role) ?? [{}]) : memberAreas(scope, role));

/** What other plugins ask of where people act. */
export interface Scopes {
  /** The agencies a person acts for as a whole in some roles; `'all'` when they are not limited. */
  agenciesOf(userId: number, roles: readonly string[]): Promise<readonly string[] | 'all'>;
  /** Whether a person acts in one of some roles, which they hold, for a document. */
  holds(userId: number, roles: readonly string[], document: Asked): Promise<boolean>;
  /**
   * Of some people those whom grants limit or let act elsewhere, with what they may do: for a document the roles they
   * act in, and the agencies they act for as a whole. Everybody else acts in every role for the agencies they belong to.
   */
  findGranted(userIds: readonly number[]): Promise<Map<number, Granted>>;
  /** The ids of people who were granted one of some roles. */
  listGrantees(roles: readonly string[]): Promise<number[]>;
}

type Sql = Core.Strapi['db']['connection'];

/** An area as a list in a table of our own can be limited to it; what is left out is not limited. */
export interface SqlArea {
  agencies?: readonly string[];
  /** Selects the ids of the documents in its columns. */
  documents?: (sql: Sql) => ReturnType<Sql['from']>;
}

/** Somebody of whom grants speak. */
export interface Granted {
  actingRoles(document: Asked): Promise<string[]>;
  agenciesIn(roles: readonly string[]): readonly string[] | 'all';
  /** Where they act in some roles, for lists that are read by SQL. */
  listAreas(roles: readonly string[]): SqlArea[];
  /** Whether grants say where a role holds. */
  limits(role: string): boolean;
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

  return {
    async agenciesOf(userId, roles) {
      const [scope, held] = [await scopeOf(strapi, userId), await rolesOf(userId)];
      const acting = roles.filter((role) => held.includes(role));
      if (acting.some((role) => UNBOUND.includes(role) && scope.grantedAreas(role) === undefined)) return 'all';
      return agenciesIn(scope, acting);
    },
    async holds(userId, roles, document) {
      const [held, version] = [await rolesOf(userId), await find(document)];
      if (!version) return false;
      const scope = await scopeOf(strapi, userId);
      return roles.some((role) => held.includes(role) && areasIn(scope, role).some((area) => holds(area, version)));
    },
    async findGranted(userIds) {
      const granted = new Set((await listGrants(strapi)).map(({ user }) => user));
      const found = new Map<number, Granted>();
      for (const id of userIds.filter((one) => granted.has(one))) {
        const [scope, held] = [await scopeOf(strapi, id), await rolesOf(id)];
        found.set(id, {
          async actingRoles(document) {
            const version = await find(document);
            return version ? held.filter((role) => areasIn(scope, role).some((area) => holds(area, version))) : [];
          },
          agenciesIn: (roles) => agenciesIn(scope, roles.filter((role) => held.includes(role))),
          listAreas: (roles) =>
            roles
              .filter((role) => held.includes(role))
              .flatMap((role) => areasIn(scope, role))
              .map(({ agencies, columns }) => ({
                ...(agencies ? { agencies } : {}),
                ...(columns ? { documents: (sql: Sql) => selectDocuments(strapi, sql, columns) } : {}),
              })),
          limits: (role) => scope.grantedAreas(role) !== undefined,
        });
      }
      return found;
    },
    async listGrantees(roles) {
      return [...new Set((await listGrants(strapi)).filter(({ role }) => roles.includes(role)).map(({ user }) => user))];
    },
  };
}
