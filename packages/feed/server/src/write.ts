import { type Change, recordChanges } from './changes.ts';
import { inOrderedTransaction, type Sql } from './database.ts';
import type { FeedCore } from './feed-core.ts';

/**
 * Runs work that changes what is published and records what it reports, in one transaction: the one that is open, or
 * a new one. Listeners learn of it after the commit, and only if there was one.
 */
export function writeChanges<T>(
  core: FeedCore,
  work: (sql: Sql, report: (changes: readonly Change[]) => void) => Promise<T>,
): Promise<T> {
  const { strapi } = core;
  return inOrderedTransaction(strapi, async (sql) => {
    const reported: Change[] = [];
    const result = await work(sql, (changes) => reported.push(...changes));
    if (reported.length > 0) {
      await recordChanges(sql, withoutRepeats(reported), core.now());
      await strapi.db.transaction(({ onCommit }) => onCommit(() => core.changed()));
    }
    return result;
  });
}

/** One change is enough for what several parts of one publication touched. */
function withoutRepeats(changes: readonly Change[]): Change[] {
  const unique = new Map<string, Change>();
  for (const change of changes) {
    const key = change.kind === 'address' ? change.path : `${change.type}:${change.documentId}:${change.locale}`;
    const earlier = unique.get(key);
    unique.set(key, earlier?.title && !change.title ? { ...change, title: earlier.title } : change);
  }
  return [...unique.values()];
}
