import { DEFAULT_LOCALE } from '@mingchuang/content/entry';

import { claimAddress, findByDocument, withdrawAddress } from './address-book.ts';
import type { FeedCore } from './feed-core.ts';
import type { SourceChange } from './sources.ts';
import { writeChanges } from './write.ts';

/**
 * Records a change of an entry that another plugin publishes, in the transaction that is open.
 * @throws {AddressTaken} When its path belongs to another document.
 */
export async function recordSourceChange(core: FeedCore, change: SourceChange): Promise<void> {
  const { kind, type, documentId, locale = DEFAULT_LOCALE, path, title, reason } = change;
  const identity = { type, documentId, locale };
  await writeChanges(core, async (sql, report) => {
    const now = core.now();
    report([{ kind, ...identity, title }]);
    if (kind === 'gone') report(await withdrawAddress(sql, identity, { title, reason }, now));
    else if (path) {
      const own = (await findByDocument(sql, type, [documentId])).filter((row) => row.locale === locale);
      report(await claimAddress(sql, { ...identity, path, title }, own, now));
    }
  });
}
