import { shanghaiDate } from '@mingchuang/content';

import type { CaseRow } from '../store/case-row.ts';
import { inTransaction } from '../store/connection.ts';
import type { Engine } from './engine.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Setting that says on which day in Asia/Shanghai cases were last erased. */
const LAST_RUN = 'retention-day';

/** Forgets who wrote a case once it has been over for long enough. */
export interface Retention {
  /**
   * Erases name and number of every case that ended more than the configured days ago, of opinions as old as that, and
   * of spam that was never released. The letter itself and its answer stay.
   * @param now Instant to count from.
   * @returns How many cases were erased.
   */
  erase(now?: Date): Promise<number>;
  /**
   * Erases unless it was done today already, by this process or another one on the same database.
   * @returns How many cases were erased, or undefined when it was done.
   */
  eraseDaily(now?: Date): Promise<number | undefined>;
}

export function createRetention(engine: Engine): Retention {
  const erase = (now: Date) => {
    const before = new Date(now.getTime() - engine.retentionDays * DAY).toISOString();
    const gone: Partial<CaseRow> = { name_sealed: null, phone_sealed: null, erased_at: now.toISOString() };
    return inTransaction(engine.db, async (knex) => {
      const ended = await knex('cases').whereNull('erased_at').where('ended_at', '<', before).update(gone);
      const spam = await knex('cases').whereNull('erased_at').where({ quarantined: 1 }).where('received_at', '<', before).update(gone);
      // An opinion that nobody weighed has no end of its own.
      const opinions = await knex('cases').whereNull('erased_at').where({ kind: 'opinion' }).where('received_at', '<', before).update(gone);
      return ended + spam + opinions;
    });
  };

  return {
    erase: (now = engine.now()) => erase(now),

    eraseDaily: (now = engine.now()) =>
      inTransaction(engine.db, async (knex) => {
        const today = shanghaiDate(now);
        await knex('case_settings').insert({ name: LAST_RUN, value: '' }).onConflict('name').ignore();
        // The row is locked until the end: a second process waits here, and then finds the day taken.
        const isFirst = await knex('case_settings').where({ name: LAST_RUN }).where('value', '<', today).update({ value: today });
        if (!isFirst) return undefined;
        const erased = await erase(now);
        if (erased > 0) engine.log.info(`[cases] 保存期已满，清除了 ${erased} 件来信的姓名和电话`);
        return erased;
      }),
  };
}
