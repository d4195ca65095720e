import { shanghaiMinute } from '@mingchuang/content/dates';

import { findPeople } from '../editions/actor.ts';
import { type Edition, readEdition } from '../editions/edition.ts';
import { listApprovals, listContributors } from '../editions/edition-store.ts';
import { tell } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { onConnection, type Row } from '../store/connection.ts';

const HOUR = 60 * 60 * 1000;
/** Periods end with the day, so this is its morning at nine. */
const BEFORE = 15 * HOUR;
/** After a restart what fell due meanwhile is told; longer ago nobody is helped by it. */
export const LOOK_BACK = 3 * 24 * HOUR;

/**
 * Tells who can act on a document that its time ends today, or has ended. Each is told once for each stage.
 * @param since What fell due before was told already.
 */
export async function tellOfDue(review: Review, since: Date): Promise<void> {
  const now = review.now();
  for (const edition of await findDue(review, new Date(since.getTime() + BEFORE), new Date(now.getTime() + BEFORE)))
    if (new Date(edition.dueAt!) > now) await say(review, edition, 'due-soon');
  for (const edition of await findDue(review, since, now)) await say(review, edition, 'overdue');
}

async function findDue({ strapi }: Review, after: Date, upTo: Date): Promise<Edition[]> {
  const rows: Row[] = await onConnection(strapi, (sql) =>
    sql('review_editions')
      .where({ state: 'reviewing' })
      .where('due_at', '>', after.toISOString())
      .where('due_at', '<=', upTo.toISOString())
      .orderBy('due_at')
      .limit(1000),
  );
  return rows.map(readEdition);
}

async function say({ strapi }: Review, edition: Edition, kind: 'due-soon' | 'overdue'): Promise<void> {
  const { id, round, stage, stages, holder, agency, document, title, dueAt } = edition;
  const current = stages[stage]!;
  const apart = await onConnection(strapi, async (sql) => [
    ...(await listContributors(sql, id)),
    ...(await listApprovals(sql, edition)).map(({ person }) => person),
  ]);
  const people = holder
    ? [{ id: holder }]
    : await findPeople(strapi, { agency, roles: current.roles, users: current.users });
  await tell(strapi, {
    kind,
    to: people.map((person) => person.id).filter((one) => !apart.includes(one)),
    document: { ...document, title },
    text: `《${title}》的${current.name}${kind === 'overdue' ? '已超期' : '今天到期'}（${shanghaiMinute(dueAt!)}）。`,
    once: `${kind}:${id}:${round}:${stage}`,
  });
}
