import { connectEngine } from '../src/engine/connect.ts';

const placeAt = (origin: string) => ({ base: `${origin}/search/index/`, shown: `${origin}/search/index/`, words: `${origin}/search/words.json` });
/** Names under `.localhost`, of a page at `?sister=…`. */
const names = new URLSearchParams(location.search).getAll('sister');
const sisters = names.map((name) => {
  const origin = `http://${name}.localhost:${location.port}`;
  return { ...placeAt(origin), site: { host: `www.${name}.example`, root: `${origin}/` } };
});

/** Lets a test ask the engine as a page does; `askAnew` starts a worker for each search, as a page does after many. */
Object.assign(globalThis, {
  ask: connectEngine(placeAt(location.origin), '2026-11-01', sisters),
  askAnew: connectEngine(placeAt(location.origin), '2026-11-01', sisters, 0),
});
