import type { ChangeNotes } from '@mingchuang/content/entry';
import { shanghaiDate } from '@mingchuang/content/dates';

import type { Review } from '../review.ts';
import { type DocumentKey, rowWhere } from './document.ts';

/** Adds a note to those the page shows, the newest first. The time of first publication is not touched. */
export async function noteForPublic(
  { strapi }: Review,
  key: DocumentKey,
  { note, now }: { note: string; now: Date },
): Promise<void> {
  const where = rowWhere(strapi, key, 'draft');
  const query = strapi.db.query(key.uid as never);
  const row = (await query.findOne({ where, select: ['id', 'changeNotes'] } as never)) as {
    changeNotes?: ChangeNotes | null;
  };
  const changeNotes: ChangeNotes = [{ on: shanghaiDate(now), note }, ...(row.changeNotes ?? [])];
  await query.update({ where, data: { changeNotes } } as never);
}
