import { inTransaction, type Database, type Knex } from './connection.ts';

/** Settings that say whose figures must be told to the feed again: the prefix, then a month or a documentId. */
export const FIGURES_DUE = 'figures-due:';
export const OPINIONS_DUE = 'opinions-due:';
export const RESULTS_DUE = 'results-due:';

/**
 * Notes that figures changed, in the transaction that changed them. Writes even what is there: the lock makes a process
 * that tells the feed wait until the change can be counted.
 */
export async function markDue(knex: Knex, prefix: string, value: string): Promise<void> {
  await knex('case_settings').insert({ name: prefix + value, value }).onConflict('name').merge();
}

/** Tells about everything noted under a prefix since the last time. */
export async function flushDue(db: Database, prefix: string, tell: (value: string) => Promise<void>): Promise<void> {
  await inTransaction(db, async (knex) => {
    const due: string[] = await knex('case_settings').where('name', 'like', `${prefix}%`).orderBy('name').pluck('name');
    for (const name of due) {
      // Taken away first: whoever changes figures meanwhile waits for this row, and marks them anew.
      if ((await knex('case_settings').where({ name }).delete()) === 1) await tell(name.slice(prefix.length));
    }
  });
}
