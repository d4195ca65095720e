import type { Core } from '@strapi/strapi';

import { roleSeat, type Sitter, userSeat } from '../flow/seats.ts';
import { nameOf } from '../remarks/colleagues.ts';
import { onConnection, type Row, type Sql } from '../store/connection.ts';
import type { DocumentKey } from './document.ts';

const USER = 'admin::user';
const AGENCY = 'api::agency.agency';
const ADMINISTRATORS = ['site-administrator', 'strapi-super-admin'];

/** Somebody who works in the admin, as the flow sees them. */
export interface Actor {
  id: number;
  name: string;
  /** Codes. */
  roles: readonly string[];
  /** documentIds of the agencies they are a member of. */
  agencies: readonly string[];
  /** Acts for every agency. */
  administers: boolean;
  /** Where grants let them act, for lists; without grants it is their agencies. */
  areas?: readonly Area[];
}

/** A part of the site; what is left out is not limited. */
export interface Area {
  agencies?: readonly string[];
  /** Selects the ids of the documents in it. */
  documents?: (sql: Sql) => ReturnType<Sql['from']>;
}

/** What packages/access knows of people whom grants let act elsewhere than in their agencies. */
interface Scopes {
  findGranted(userIds: readonly number[]): Promise<Map<number, Granted>>;
  listGrantees(roles: readonly string[]): Promise<number[]>;
}
interface Granted {
  actingRoles(document: DocumentKey): Promise<string[]>;
  agenciesIn(roles: readonly string[]): readonly string[] | 'all';
  listAreas(roles: readonly string[]): Area[];
  limits(role: string): boolean;
}
const scopesOf = (strapi: Core.Strapi) => strapi.plugin('access').service('scopes') as unknown as Scopes;

interface UserRow {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  isActive: boolean;
  blocked?: boolean;
  roles: { code: string }[];
}

/** Loads people with their roles and agencies, in the order asked for; who is gone or blocked is left out. */
export async function loadActors(strapi: Core.Strapi, ids: readonly number[]): Promise<Actor[]> {
  if (ids.length === 0) return [];
  const users = (await strapi.db.query(USER).findMany({
    where: { id: { $in: [...new Set(ids)] }, isActive: true },
    populate: { roles: { select: ['code'] } },
  })) as UserRow[];
  const memberships = (await strapi.db.query(AGENCY).findMany({
    where: { members: { id: { $in: users.map(({ id }) => id) } }, publishedAt: null },
    select: ['documentId'],
    populate: { members: { select: ['id'] } },
  })) as { documentId: string; members: { id: number }[] }[];
  const actors = users
    .filter(({ blocked }) => blocked !== true)
    .map((user): Actor => {
      const roles = user.roles.map(({ code }) => code);
      const own = memberships.filter(({ members }) => members.some(({ id }) => id === user.id));
      return {
        id: user.id,
        name: nameOf(user),
        roles,
        agencies: [...new Set(own.map(({ documentId }) => documentId))],
        administers: roles.some((code) => ADMINISTRATORS.includes(code)),
      };
    });
  const granted = await scopesOf(strapi).findGranted(actors.map(({ id }) => id));
  const placed = actors.map((actor) => placeByGrants(actor, granted.get(actor.id)));
  return ids.flatMap((id) => placed.filter((actor) => actor.id === id));
}

/** Whom grants speak of acts for the agencies these open as a whole; an administrator who is limited, not for all. */
function placeByGrants(actor: Actor, granted: Granted | undefined): Actor {
  if (!granted) return actor;
  const agencies = granted.agenciesIn(actor.roles.filter((role) => !ADMINISTRATORS.includes(role)));
  const administers = actor.roles.some((role) => ADMINISTRATORS.includes(role) && !granted.limits(role));
  return {
    ...actor,
    agencies: agencies === 'all' ? actor.agencies : agencies,
    administers,
    areas: granted.listAreas(actor.roles),
  };
}

/**
 * People as they are before one document: with the roles they act in for it. Only grants make a difference; they may
 * be for some columns, and open or close this document alone.
 */
export async function beforeDocument(
  strapi: Core.Strapi,
  actors: readonly Actor[],
  key: DocumentKey,
  agency: string | null,
): Promise<Actor[]> {
  const granted = await scopesOf(strapi).findGranted(actors.map(({ id }) => id));
  return Promise.all(
    actors.map(async (actor) => {
      const known = granted.get(actor.id);
      if (!known) return actor;
      const roles = await known.actingRoles(key);
      const others = actor.agencies.filter((one) => one !== agency);
      return {
        ...actor,
        roles,
        agencies: roles.length > 0 && agency !== null ? [...others, agency] : others,
        administers: roles.some((role) => ADMINISTRATORS.includes(role)),
      };
    }),
  );
}

/** One person. Undefined when they are gone or blocked. */
export const loadActor = async (strapi: Core.Strapi, id: number): Promise<Actor | undefined> =>
  (await loadActors(strapi, [id]))[0];

/** Names of people by their id, also of those who have left. */
export async function loadNames(strapi: Core.Strapi, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids.filter((id): id is number => id !== null))];
  if (wanted.length === 0) return new Map();
  const users = (await strapi.db.query(USER).findMany({ where: { id: { $in: wanted } } })) as UserRow[];
  return new Map(wanted.map((id) => [id, nameOf(users.find((user) => user.id === id) ?? {})]));
}

/** Whether somebody may act on documents of an agency. */
export const belongsTo = ({ agencies, administers }: Actor, agency: string | null): boolean =>
  administers || (agency !== null && agencies.includes(agency));

/** The seats somebody can take for themselves. */
export const sitterOf = ({ id, roles, administers }: Actor): Sitter => ({
  seats: [userSeat(id), ...roles.map(roleSeat)],
  fillsAny: administers,
});

/** Whom somebody stands in for now (代理). */
export async function loadPrincipals(strapi: Core.Strapi, delegate: number, now: Date): Promise<Actor[]> {
  const rows: Row[] = await onConnection(strapi, (sql) =>
    sql('review_delegations')
      .where({ delegate })
      .where('from_at', '<=', now.toISOString())
      .where('until_at', '>', now.toISOString())
      .select('person'),
  );
  return loadActors(
    strapi,
    rows.map(({ person }) => Number(person)),
  );
}

/** Every active person who can act on documents of an agency with one of these roles, or is one of these people. */
export async function findPeople(
  strapi: Core.Strapi,
  {
    agency,
    roles,
    users,
    key,
  }: { agency: string | null; roles: readonly string[]; users: readonly number[]; key?: DocumentKey },
): Promise<Actor[]> {
  const members = agency
    ? ((await strapi.db.query(AGENCY).findOne({
        where: { documentId: agency, publishedAt: null },
        populate: { members: { select: ['id'] } },
      })) as { members: { id: number }[] } | null)
    : null;
  const grantees = key ? await scopesOf(strapi).listGrantees(roles) : [];
  const found = await loadActors(strapi, [
    ...new Set([...users, ...(members?.members ?? []).map(({ id }) => id), ...grantees]),
  ]);
  const actors = key ? await beforeDocument(strapi, found, key, agency) : found;
  return actors.filter(
    (actor) =>
      belongsTo(actor, agency) && (users.includes(actor.id) || actor.roles.some((role) => roles.includes(role))),
  );
}
