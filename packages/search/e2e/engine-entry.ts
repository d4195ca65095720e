import { connectEngine } from '../src/engine/connect.ts';

const base = new URL('/search/index/', location.href).href;
const place = { base, shown: base, words: new URL('/search/words.json', location.href).href };
/** Lets a test ask the engine as a page does; `askAnew` starts a worker for each search, as a page does after many. */
Object.assign(globalThis, { ask: connectEngine(place, '2026-11-01'), askAnew: connectEngine(place, '2026-11-01', 0) });
