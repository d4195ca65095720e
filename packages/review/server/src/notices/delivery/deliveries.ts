import { randomUUID } from 'node:crypto';

import type { Row, Sql } from '../../store/connection.ts';
import type { Plan } from '../timing/plan-delivery.ts';

/** Where something goes: a person's mailbox or a robot, by id. */
export interface Target {
  way: 'mail' | 'robot';
  id: number;
}

/** One message on its way. */
export interface Delivery {
  id: string;
  target: Target;
  bundle: Plan['bundle'];
  /** The attempt that is under way, from 1. */
  attempt: number;
}

/** How a delivery ended, or when it is tried again. */
export type Outcome = { state: 'sent' | 'dropped' } | { state: 'failed'; problem: string } | { state: 'waiting'; problem: string; dueAt: Date };

/** For how long one process keeps the others from a delivery, ms: far longer than sending may take. */
const CLAIM = 180_000;

const TABLE = 'review_deliveries';

/**
 * Puts a notice into what leaves for a place at an instant. While this transaction is open nobody can claim that
 * delivery; one that was claimed before is not added to: the next begins.
 */
export async function addToDelivery(sql: Sql, { way, id }: Target, { due, bundle }: Plan, { notice, now }: { notice: number; now: Date }): Promise<void> {
  const key = `${way}:${id}:${bundle}:${due.toISOString()}`;
  for (;;) {
    const row = {
      id: randomUUID(),
      way,
      user_id: way === 'mail' ? id : null,
      robot_id: way === 'robot' ? id : null,
      bundle,
      open_key: key,
      state: 'waiting',
      made_at: now.toISOString(),
      due_at: due.toISOString(),
      attempts: 0,
    };
    await sql(TABLE).insert(row).onConflict('open_key').ignore();
    const open: Row | undefined = await sql(TABLE).where({ open_key: key }).forUpdate().first('id');
    if (!open) continue;
    await sql('review_delivery_notices').insert({ delivery_id: open.id, notice_id: notice });
    return;
  }
}

/**
 * Takes deliveries that are due, so that no other process sends them. Each is taken by one statement that only one of
 * two processes can win. A process that dies leaves a claim that runs out: its delivery is then sent again under the same
 * id, which is the one way in which something can arrive twice.
 */
export async function claimDue(sql: Sql, { worker, now, most }: { worker: string; now: Date; most: number }): Promise<Delivery[]> {
  const at = now.toISOString();
  const free = () =>
    sql(TABLE)
      .where({ state: 'waiting' })
      .where('due_at', '<=', at)
      .where((query) => void query.whereNull('claimed_until').orWhere('claimed_until', '<', at));
  const claimed: Delivery[] = [];
  for (const id of await free().orderBy('due_at').limit(most).pluck('id')) {
    const claim = { claimed_by: worker, claimed_until: new Date(now.getTime() + CLAIM).toISOString(), open_key: null };
    const won = await free()
      .where({ id })
      .update({ ...claim, attempts: sql.raw('attempts + 1') });
    if (won === 1) claimed.push(readDelivery(await sql(TABLE).where({ id }).first()));
  }
  return claimed;
}

function readDelivery({ id, way, user_id, robot_id, bundle, attempts }: Row): Delivery {
  return {
    id: String(id),
    target: { way: way as Target['way'], id: Number(user_id ?? robot_id) },
    bundle: bundle as Plan['bundle'],
    attempt: Number(attempts),
  };
}

/** Writes down how it went, unless the claim ran out and another process has it. */
export async function settle(sql: Sql, { id }: Delivery, outcome: Outcome, { worker, now }: { worker: string; now: Date }): Promise<void> {
  const again = outcome.state === 'waiting';
  await sql(TABLE)
    .where({ id, claimed_by: worker })
    .update({
      state: outcome.state,
      problem: 'problem' in outcome ? outcome.problem.slice(0, 300) : null,
      claimed_by: null,
      claimed_until: null,
      ...(again ? { due_at: outcome.dueAt.toISOString() } : { done_at: now.toISOString() }),
    });
}

/** When the next delivery is due that nobody has claimed; undefined when there is none. */
export async function nextDue(sql: Sql): Promise<Date | undefined> {
  const row: Row | undefined = await sql(TABLE).where({ state: 'waiting' }).whereNull('claimed_until').min('due_at as due').first();
  return row?.due ? new Date(String(row.due)) : undefined;
}

/** Forgets deliveries that ended before an instant. */
export async function forgetDeliveries(sql: Sql, before: Date): Promise<void> {
  const ended = () => sql(TABLE).whereNot({ state: 'waiting' }).where('done_at', '<', before.toISOString());
  await sql('review_delivery_notices').whereIn('delivery_id', ended().select('id')).delete();
  await ended().delete();
}
