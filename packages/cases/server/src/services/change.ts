import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { sees, type Actor } from '../domain/actor.ts';
import { refusal } from '../domain/rules.ts';
import { nextStage, type CaseEvent, type Stage } from '../domain/stages.ts';
import { factsOf, type CaseRow } from '../store/case-row.ts';
import { changeCase, lastStepAt, lockCase } from '../store/case-store.ts';
import { inTransaction, type Knex } from '../store/connection.ts';
import type { Engine } from './engine.ts';
import { laterOf } from './tracking.ts';

/** Who does something, when, and against which state. */
export interface Act {
  actor: Actor;
  /** Instant; now when left out. Loaders pass the past. */
  at?: string | undefined;
  /** The revision the person saw: refused when the case has moved on. */
  revision?: number | undefined;
}

/** What an event does to a case beside moving it on. */
export interface Effect {
  patch?: Partial<CaseRow>;
  /** For the citizen and the public. */
  note?: string | undefined;
  /** For staff. */
  remark?: string | undefined;
}

/** Where an effect is worked out: inside the transaction, with the case locked. */
export interface Moment {
  knex: Knex;
  row: CaseRow;
  stage: Stage;
  at: string;
}

export type Change = (
  number: string,
  event: CaseEvent,
  act: Act,
  effect?: (moment: Moment) => Effect | Promise<Effect>,
  after?: (row: CaseRow, moment: Moment) => Promise<void>,
) => Promise<CaseRow>;

/**
 * Makes the one way staff change a letter: rights, scope, state machine and four eyes are checked here, and the change,
 * its step and what the public sees of it are written in one transaction.
 *
 * A case of another agency is refused like one that does not exist.
 */
export function createChange({ db, now }: Engine): Change {
  return (number, event, { actor, at = now().toISOString(), revision }, effect, after) =>
    inTransaction(db, async (knex) => {
      const row = await lockCase(knex, number);
      if (row?.kind !== 'letter' || !sees(actor, row)) throw new errors.NotFoundError(t('refused.notFound'));
      if (revision !== undefined && revision !== row.revision) throw new errors.ApplicationError(t('refused.changed'));

      const facts = factsOf(row);
      const refused = refusal(event, { ...facts, writers: writersOf(row) }, actor);
      if (refused === 'right') throw new errors.ForbiddenError(t('refused.right'));
      if (refused) throw new errors.ApplicationError(t(refused === 'stage' ? 'refused.stage' : 'refused.fourEyes'));

      const moment: Moment = { knex, row, stage: nextStage(facts, event)!, at: laterOf(at, await lastStepAt(knex, row.id)) };
      const { patch, note, remark } = (await effect?.(moment)) ?? {};
      const changed = await changeCase(knex, row, { stage: moment.stage, ...patch }, {
        event,
        stage: moment.stage,
        at: moment.at,
        actor_id: actor.id,
        actor_name: actor.name,
        note: note ?? null,
        remark: remark ?? null,
      });
      await after?.(changed, moment);
      return changed;
    });
}

/** Ids of everyone who wrote in the answer. */
export function writersOf(row: Pick<CaseRow, 'writers'>): number[] {
  return [...row.writers.matchAll(/\d+/g)].map(([id]) => Number(id));
}
