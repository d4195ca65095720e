import { connectEngine } from '../../../packages/search/src/engine/connect.ts';
import type { Ask } from '../engine.ts';

const base = new URL('/index/', location.href).href;
const engine = connectEngine({ base, shown: base, words: new URL('/words.json', location.href).href }, document.documentElement.dataset.today!);

type Told = { tellFirst?: () => unknown };

const ask: Ask = async ({ most, ...asking }) => {
  const { results, exact, searched } = await engine({ ...asking, limit: most }, ({ partial }) => partial?.results.length && (globalThis as Told).tellFirst?.());
  return { results: results.map(({ url, title }) => ({ url, title: title.join('') })), exact, searched: searched.documents };
};
Object.assign(globalThis, { ask });
