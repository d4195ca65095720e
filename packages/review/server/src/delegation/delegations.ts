import { shanghaiMinute } from '@mingchuang/content/dates';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { type Actor, loadActor, loadActors, loadNames } from '../editions/actor.ts';
import type { Person } from '../editions/standing.ts';
import { wrongField } from '../editions/move-request.ts';
import { record, tell } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { insert, textOf } from '../store/columns.ts';
import { inTransaction, onConnection, type Row } from '../store/connection.ts';

const TABLE = 'review_delegations';
const LONGEST = 366 * 24 * 60 * 60 * 1000;

/** Somebody is absent for a time and a colleague acts in their place (代理). */
export interface Delegation {
  id: number;
  person: Person;
  delegate: Person;
  fromAt: string;
  untilAt: string;
  reason: string | null;
}

/** What is asked for. */
export interface NewDelegation {
  /** Who is absent. */
  person: number;
  delegate: number;
  /** Instants. */
  from: string;
  until: string;
  reason?: string | null | undefined;
}

/** The delegations that hold or will hold; for administrators those of everybody. */
export async function listDelegations({ strapi, now }: Review, actor: Actor): Promise<Delegation[]> {
  const rows: Row[] = await onConnection(strapi, (sql) => {
    const query = sql(TABLE).where('until_at', '>', now().toISOString()).orderBy('from_at');
    return actor.administers
      ? query
      : query.where((own) => void own.where({ person: actor.id }).orWhere({ delegate: actor.id }));
  });
  const names = await loadNames(
    strapi,
    rows.flatMap(({ person, delegate }) => [Number(person), Number(delegate)]),
  );
  const personOf = (id: unknown) => ({ id: Number(id), name: names.get(Number(id))! });
  return rows.map((row) => ({
    id: Number(row.id),
    person: personOf(row.person),
    delegate: personOf(row.delegate),
    fromAt: String(row.from_at),
    untilAt: String(row.until_at),
    reason: textOf(row.reason),
  }));
}

/**
 * Lets a colleague of the same agency act for somebody. Whoever stands in for an absent colleague is held to the same
 * rules as everybody: not what they wrote, not twice in a round.
 * @throws {errors.ApplicationError} When it is not theirs to say.
 * @throws {errors.ValidationError} With the field.
 */
export async function addDelegation(review: Review, actor: Actor, given: NewDelegation): Promise<void> {
  const { strapi, now } = review;
  if (given.person !== actor.id && !actor.administers)
    throw new errors.ApplicationError('只能给自己设代理。要给同事设，请找站点管理员。');
  const [person, delegate] = await Promise.all([loadActor(strapi, given.person), loadActor(strapi, given.delegate)]);
  if (!person) throw wrongField('person', '没有这个人，或者已经停用。');
  if (!delegate) throw wrongField('delegate', '请选择由谁代理。');
  if (person.id === delegate.id) throw wrongField('delegate', '不能由本人代理，请选别的同事。');
  if (!delegate.administers && !person.agencies.some((agency) => delegate.agencies.includes(agency)))
    throw wrongField('delegate', `${delegate.name}和${person.name}不在同一个机构，不能代理。`);
  const [from, until] = [new Date(given.from), new Date(given.until)];
  if (until <= from) throw wrongField('until', '结束时间不晚于开始时间，请修改。');
  if (until <= now()) throw wrongField('until', '结束时间已经过了，请选以后的时间。');
  if (until.getTime() - from.getTime() > LONGEST) throw wrongField('until', '代理最长一年，请选近一些的时间。');
  await inTransaction(strapi, async (sql) => {
    await insert(sql, TABLE, {
      person: person.id,
      delegate: delegate.id,
      from_at: from.toISOString(),
      until_at: until.toISOString(),
      reason: given.reason ?? null,
      made_by: actor.id,
      made_at: now().toISOString(),
    });
    const after = {
      person: person.name,
      delegate: delegate.name,
      from: from.toISOString(),
      until: until.toISOString(),
    };
    await record(strapi, { action: 'review.delegate', after, note: given.reason ?? undefined });
    await tellDelegate(strapi, { person, delegate, from, until });
  });
}

/** Ends a delegation now. @throws {errors.NotFoundError} When there is none of that id the actor may end. */
export async function endDelegation({ strapi, now }: Review, actor: Actor, id: number): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    const row: Row | undefined = await sql(TABLE).where({ id }).where('until_at', '>', now().toISOString()).first();
    if (!row || (Number(row.person) !== actor.id && !actor.administers))
      throw new errors.NotFoundError('没有这项代理，或者已经结束。');
    await sql(TABLE).where({ id }).update({ until_at: now().toISOString() });
    const people = await loadActors(strapi, [Number(row.person), Number(row.delegate)]);
    await record(strapi, {
      action: 'review.end-delegation',
      before: { people: people.map(({ name }) => name).join(' → ') },
    });
  });
}

async function tellDelegate(
  strapi: Core.Strapi,
  { person, delegate, from, until }: { person: Actor; delegate: Actor; from: Date; until: Date },
): Promise<void> {
  const text = `${person.name}请您在其不在时代理审核：${shanghaiMinute(from)} 至 ${shanghaiMinute(until)}。`;
  await tell(strapi, { kind: 'absence', to: [delegate.id], text, link: '/plugins/review/notices/absence' });
}
