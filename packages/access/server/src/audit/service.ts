import type { Core } from '@strapi/strapi';

import { programs } from './actor.ts';
import type { AuditKeys } from './chain/keys.ts';
import { type AuditEntry, recordEntry } from './record.ts';
import type { Witness } from './chain/witness.ts';

/** What other plugins ask of the audit, by `strapi.plugin('access').service('audit')`. */
export interface AuditService {
  /**
   * Writes down what was done: who and from where come from the request. It joins the open transaction: both are
   * committed or neither. States may be given whole; secrets and citizens' numbers are taken out.
   */
  record(entry: AuditEntry): Promise<void>;
  /**
   * Runs work under the name of one of our programs. With `sum`, its documents are not written down one by one: one row
   * when it begins, one with the counts when it ends.
   */
  program<T>(name: string, work: () => Promise<T>, options?: { sum?: boolean }): Promise<T>;
  /** Moves rows older than a year into signed files. Answers how many went. */
  archive(now: Date, mostRows?: number): Promise<number>;
}

interface Parts {
  keys: AuditKeys;
  witness: Witness;
  now: () => Date;
}

/** @throws From `record` whatever the database throws: what cannot be written down is not done. */
export function createAuditService(strapi: Core.Strapi, { keys, witness, now }: Parts): Omit<AuditService, 'archive'> {
  const record = async (entry: AuditEntry) => {
    await strapi.db.transaction(async ({ onCommit }) => {
      const written = await recordEntry(strapi, keys, entry, now());
      if (written) onCommit(() => witness.see({ ...written, at: now().toISOString() }));
    });
  };
  return {
    record,
    async program(name, work, { sum = false } = {}) {
      if (!sum) return programs.run({ name }, work);
      const counts = new Map<string, number>();
      await programs.run({ name }, () => record({ action: 'program.begin' }));
      const end = (note?: string) => programs.run({ name }, () => record({ action: 'program.end', after: Object.fromEntries(counts), note }));
      try {
        const result = await programs.run({ name, counts }, work);
        await end();
        return result;
      } catch (error) {
        // In a transaction that has failed nothing can be written any more; what it did is undone.
        await end('中途失败').catch(() => undefined);
        throw error;
      }
    },
  };
}
