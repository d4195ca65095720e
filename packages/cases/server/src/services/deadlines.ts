import { deadlineOf } from '../domain/deadline.ts';
import type { CaseRow } from '../store/case-row.ts';
import { inTransaction } from '../store/connection.ts';
import type { Engine } from './engine.ts';

/** Keeps the stored last days right. */
export interface Deadlines {
  /**
   * Counts the deadlines of open cases again. The calendar of a year is published late in the year before: a letter of
   * December was counted without its holidays. What was answered keeps the deadline it was answered under.
   * @returns How many were moved.
   */
  recountDeadlines(): Promise<number>;
}

export function createDeadlines({ db }: Engine): Deadlines {
  return {
    recountDeadlines: () =>
      inTransaction(db, async (knex) => {
        const open: Pick<CaseRow, 'id' | 'received_at' | 'limit_days' | 'due_on'>[] = await knex('cases')
          .where({ kind: 'letter' })
          .whereNull('answered_at')
          .select('id', 'received_at', 'limit_days', 'due_on');
        let moved = 0;
        for (const { id, received_at, limit_days, due_on } of open) {
          const { dueOn } = deadlineOf(received_at, limit_days);
          if (dueOn === due_on) continue;
          await knex('cases').where({ id }).update({ due_on: dueOn });
          moved += 1;
        }
        return moved;
      }),
  };
}
