import { shanghaiDate } from '@mingchuang/content/dates';
import type { SearchCount, SearchCounts } from '@mingchuang/content/searches';

import { TABLE, type Knex } from './count-table.ts';
import { LEAST_ASKED } from './limits.ts';

/** Days for which counts are kept: a year to compare with, and a month. */
const KEPT_DAYS = 400;
/** Rows of each list. */
const ROWS = 50;
/** Where fewer searches than this lead to a page, what was found was probably not what was meant. */
const LOW_SHARE = 0.2;
/** So few searches say nothing about their share. */
const LOW_LEAST = 5;

/** What was searched for on a site within some days, the most frequent first. */
export interface SearchReport {
  /** All searches, those of rare queries included. */
  asked: number;
  /** Found nothing. */
  empty: SearchCount[];
  /** Found something that hardly anybody opened. */
  passedOver: SearchCount[];
  frequent: SearchCount[];
}

const dayBefore = (now: Date, days: number): string => shanghaiDate(new Date(now.getTime() - days * 86_400_000).toISOString());

/** Adds sums to those of today. */
export async function addCounts(knex: Knex, { site, counts }: SearchCounts, now: Date): Promise<void> {
  const day = dayBefore(now, 0);
  const rows = counts.map((count) => ({ site, day, ...count }));
  const added = (column: string) => knex.raw('?? + ??', [`${TABLE}.${column}`, `excluded.${column}`]);
  for (let from = 0; from < rows.length; from += 100)
    await knex(TABLE)
      .insert(rows.slice(from, from + 100))
      .onConflict(['site', 'day', 'query'])
      .merge({ asked: added('asked'), empty: added('empty'), followed: added('followed') });
}

/** @param days Back from today. */
export async function readReport(knex: Knex, site: string, days: number, now: Date): Promise<SearchReport> {
  const within = () => knex(TABLE).where({ site }).where('day', '>', dayBefore(now, days));
  const list = async (): Promise<SearchCount[]> => {
    const rows = (await within()
      .groupBy('query')
      .select('query')
      .sum({ asked: 'asked', empty: 'empty', followed: 'followed' })
      .havingRaw('sum(asked) >= ?', [LEAST_ASKED])) as Record<keyof SearchCount, string | number>[];
    return rows.map((row) => ({ query: String(row.query), asked: Number(row.asked), empty: Number(row.empty), followed: Number(row.followed) }));
  };
  const [sum] = (await within().sum({ asked: 'asked' })) as { asked: string | number | null }[];
  const all = await list();
  const most = (counts: SearchCount[], by: 'asked' | 'empty') => counts.sort((a, b) => b[by] - a[by] || (a.query < b.query ? -1 : 1)).slice(0, ROWS);
  return {
    asked: Number(sum?.asked ?? 0),
    empty: most(all.filter(({ empty, asked }) => empty > asked / 2), 'empty'),
    passedOver: most(all.filter(({ asked, empty, followed }) => asked >= LOW_LEAST && empty <= asked / 2 && followed < LOW_SHARE * asked), 'asked'),
    frequent: most([...all], 'asked'),
  };
}

/** Forgets what is older than it is kept. */
export async function forgetCounts(knex: Knex, now: Date): Promise<void> {
  await knex(TABLE).where('day', '<', dayBefore(now, KEPT_DAYS)).delete();
}
