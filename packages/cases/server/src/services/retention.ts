import type { CaseRow } from '../store/case-row.ts';
import { inTransaction } from '../store/connection.ts';
import type { Engine } from './engine.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Forgets who wrote a case once it has been over for long enough. */
export interface Retention {
  /**
   * Erases name and number of every case that ended more than the configured days ago, and of spam that was never
   * released. The letter itself and its answer stay.
   * @param now Instant to count from.
   * @returns How many cases were erased.
   */
  erase(now?: Date): Promise<number>;
}

export function createRetention(engine: Engine): Retention {
  return {
    async erase(now = engine.now()) {
      const before = new Date(now.getTime() - engine.retentionDays * DAY).toISOString();
      const gone: Partial<CaseRow> = { name_sealed: null, phone_sealed: null, erased_at: now.toISOString() };
      return inTransaction(engine.db, async (knex) => {
        const ended = await knex('cases').whereNull('erased_at').where('ended_at', '<', before).update(gone);
        const spam = await knex('cases').whereNull('erased_at').where({ quarantined: 1 }).where('received_at', '<', before).update(gone);
        return ended + spam;
      });
    },
  };
}
