import MiniSearch from 'minisearch';

import type { Ask } from '../engine.ts';
import { loadTexts } from './load-texts.ts';
import { OPTIONS } from './minisearch-options.ts';
import { BOOST } from './words.ts';

let loading: Promise<MiniSearch> | undefined;
const load = async () => MiniSearch.loadJSONAsync(await (await fetch('/index/index.json')).text(), OPTIONS);

const ask: Ask = async ({ query, most }) => {
  const index = await (loading ??= load());
  return { results: await loadTexts(index.search(query, { boost: BOOST }).slice(0, most).map(({ id }) => id as number)) };
};
Object.assign(globalThis, { ask });
