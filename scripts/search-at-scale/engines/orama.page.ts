import { load, search, type RawData } from '@orama/orama';

import type { Ask } from '../engine.ts';
import { loadTexts } from './load-texts.ts';
import { createDatabase } from './orama-database.ts';
import { BOOST } from './words.ts';

let loading: Promise<ReturnType<typeof createDatabase>> | undefined;
async function open() {
  const database = createDatabase();
  load(database, (await (await fetch('/index/index.json')).json()) as RawData);
  return database;
}

const ask: Ask = async ({ query, most }) => {
  const database = await (loading ??= open());
  const { hits } = await search(database, { term: query, limit: most, boost: BOOST });
  return { results: await loadTexts(hits.map(({ id }) => id)) };
};
Object.assign(globalThis, { ask });
