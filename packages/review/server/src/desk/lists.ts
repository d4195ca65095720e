import { shanghaiDate } from '@mingchuang/content/dates';

import { type Actor, loadActor, loadPrincipals } from '../editions/actor.ts';
import { roleSeat, userSeat } from '../flow/seats.ts';
import type { Review } from '../review.ts';
import type { Sql } from '../store/connection.ts';

/** What a desk lists, in the order it shows them. */
export const LISTS = ['mine', 'waiting', 'returned', 'scheduled', 'overdue', 'published-today', 'forced'] as const;
export type ListName = (typeof LISTS)[number];
export const isList = (name: unknown): name is ListName => (LISTS as readonly unknown[]).includes(name);

/** Whose desk it is. */
export interface Desk {
  actor: Actor;
  principals: readonly Actor[];
  now: Date;
}

/** Loads whose desk it is. Undefined for somebody who is gone. */
export async function deskOf(review: Review, person: number): Promise<Desk | undefined> {
  const actor = await loadActor(review.strapi, person);
  const now = review.now();
  return actor && { actor, principals: await loadPrincipals(review.strapi, person, now), now };
}

type Query = ReturnType<Sql>;

/** The editions, or for `scheduled` the plans, of one list; without order, to count or to page through. */
export function queryList(sql: Sql, list: ListName, { actor, principals, now }: Desk): Query {
  const editions = () => sql('review_editions as edition');
  const ofAgencies = (query: Query, table: string) => limitTo(sql, query, actor, table);
  // Who has left an agency leaves what they wrote there.
  const written = (query: Query) =>
    ofAgencies(query, 'edition').whereIn(
      'edition.id',
      sql('review_contributors').where({ person: actor.id }).select('edition'),
    );
  switch (list) {
    case 'mine':
      return written(editions().whereNotNull('edition.open_key'));
    case 'returned':
      return written(editions().where('edition.state', 'returned'));
    case 'waiting':
      return waitingFor(sql, [actor, ...principals], actor);
    case 'scheduled':
      return ofAgencies(sql('review_schedule as plan').where('plan.state', 'waiting'), 'plan');
    case 'overdue':
      return ofAgencies(
        editions().where('edition.state', 'reviewing').where('edition.due_at', '<', now.toISOString()),
        'edition',
      );
    case 'published-today':
      return ofAgencies(
        editions().where('edition.state', 'published').where('edition.closed_at', '>=', startOfDay(now)),
        'edition',
      );
    case 'forced':
      return ofAgencies(editions().whereNotNull('edition.forced_key'), 'edition');
  }
}

/** Leaves what somebody acts for: of their agencies, or where grants let them. */
function limitTo(sql: Sql, query: Query, { administers, agencies, areas }: Actor, table: string): Query {
  if (administers) return query;
  if (!areas) return query.whereIn(`${table}.agency`, [...agencies]);
  if (areas.length === 0) return query.whereRaw('1 = 0');
  return query.where((either: Query) => {
    for (const area of areas) {
      either.orWhere((within: Query) => {
        within.whereRaw('1 = 1');
        if (area.agencies) within.whereIn(`${table}.agency`, [...area.agencies]);
        if (area.documents) within.whereIn(`${table}.document_id`, area.documents(sql) as never);
      });
    }
  });
}

const startOfDay = (now: Date) => new Date(`${shanghaiDate(now)}T00:00:00+08:00`).toISOString();

/** What waits for one of these to sit down, and was neither written nor approved nor is held by somebody else. */
function waitingFor(sql: Sql, sitters: readonly Actor[], { id }: Actor): Query {
  const seatsOf = (sitter: Actor) => (query: Query) => {
    const seats = [userSeat(sitter.id), ...sitter.roles.map(roleSeat)];
    query.whereIn('edition.id', sql('review_seats').whereIn('seat', seats).select('edition'));
    limitTo(sql, query, sitter, 'edition');
    for (const table of ['review_contributors', 'review_approvals'])
      for (const person of new Set([sitter.id, id])) query.whereNotExists(actedOn(sql, table, person));
  };
  return sql('review_editions as edition')
    .where('edition.state', 'reviewing')
    .where((query: Query) => void query.whereNull('edition.holder').orWhere('edition.holder', id))
    .where((query: Query) => {
      for (const sitter of sitters) query.orWhere(seatsOf(sitter) as never);
    });
}

function actedOn(sql: Sql, table: string, person: number): Query {
  const query = sql(`${table} as acted`)
    .whereRaw('acted.edition = edition.id')
    .where('acted.person', person)
    .select(sql.raw('1'));
  if (table === 'review_approvals') query.whereNull('acted.void_at').whereRaw('acted.round = edition.round');
  return query;
}
