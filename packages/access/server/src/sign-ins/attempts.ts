import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { KNOWN_FOR, lockAfter, MEMORY, type RuleName, RULES } from './lock-rules.ts';

/** What is counted: a rule, and of whom or what. Only its digest is stored, since people type passwords into any field. */
export interface Count {
  rule: RuleName;
  of: string;
}

/** Attempts, counted in the database: all processes of an installation see the same. */
export interface Attempts {
  /**
   * Counts an attempt before it is made, so that many at once gain nothing. An attempt during a lock is not counted: a
   * lock ends by itself. @returns Milliseconds until the next attempt is allowed; 0 when this one is.
   */
  begin(counts: readonly Count[]): Promise<number>;
  /** Takes back what `begin` counted, with all failures before. */
  forgive(counts: readonly Count[]): Promise<void>;
  remember(account: string, address: string): Promise<void>;
  isKnown(account: string, address: string): Promise<boolean>;
}

type Sql = Core.Strapi['db']['connection'];

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');
const keyOf = ({ rule, of }: Count) => `${rule}:${digest(of)}`;

/** @param now Milliseconds since the epoch. */
export function createAttempts(strapi: Core.Strapi, now: () => number = Date.now): Attempts {
  const sql = () => strapi.db.connection;

  const take = async (trx: Sql, count: Count): Promise<number> => {
    const key = keyOf(count);
    // Written to itself the row is this attempt's until it ends: a success beside it would take the row away unseen.
    await trx('access_attempts').insert({ key, failures: 0, at: now(), locked_until: 0 }).onConflict('key').merge(['key']);
    const row = await trx('access_attempts').where({ key }).first();
    const wait = Number(row.locked_until) - now();
    if (wait > 0) return wait;
    const failures = (now() - Number(row.at) > MEMORY ? 0 : Number(row.failures)) + 1;
    const lock = lockAfter(failures, RULES[count.rule]);
    await trx('access_attempts').where({ key }).update({ failures, at: now(), locked_until: lock > 0 ? now() + lock : 0 });
    return 0;
  };

  return {
    async begin(counts) {
      let wait = 0;
      // Always in the same order, so that two processes never wait for each other.
      const ordered = [...counts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      await strapi.db
        .transaction(async ({ trx }) => {
          for (const count of ordered) wait = Math.max(wait, await take(trx as unknown as Sql, count));
          if (wait > 0) throw new Locked();
        })
        .catch((error: unknown) => {
          if (!(error instanceof Locked)) throw error;
        });
      return wait;
    },
    async forgive(counts) {
      await sql()('access_attempts').whereIn('key', counts.map(keyOf)).delete();
      await sql()('access_attempts').where('at', '<', now() - MEMORY).where('locked_until', '<', now()).delete();
    },
    async remember(account, address) {
      await sql()('access_known_addresses').insert({ key: digest(account, address), at: now() }).onConflict('key').merge();
      await sql()('access_known_addresses').where('at', '<', now() - KNOWN_FOR).delete();
    },
    async isKnown(account, address) {
      const row = await sql()('access_known_addresses').where({ key: digest(account, address) }).first();
      return row !== undefined && now() - Number(row.at) < KNOWN_FOR;
    },
  };
}

/** Undoes the counts of an attempt that is refused. */
class Locked extends Error {}
