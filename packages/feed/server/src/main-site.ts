import { compareSites } from '@mingchuang/content/site-of';

import type { Row, Sql } from './database.ts';

const KEY = 'main-site';

/** Notes which site the publisher has for the main one. */
export async function noteMainSite(sql: Sql, site: string): Promise<void> {
  await sql('feed_state').insert({ key: KEY, value: site }).onConflict('key').merge(['value']);
}

/** The main one of some sites: that which the publisher says, or which it will choose. */
export async function findMainSite<Site extends { documentId: string; siteCode: string }>(
  sql: Sql,
  sites: readonly Site[],
): Promise<Site | undefined> {
  const told: Row | undefined = await sql('feed_state').where('key', KEY).first('value');
  return sites.find(({ documentId }) => documentId === told?.value) ?? [...sites].sort(compareSites)[0];
}
