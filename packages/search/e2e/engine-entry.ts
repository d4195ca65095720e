import { connectEngine } from '../src/engine/connect.ts';

const base = new URL('/search/index/', location.href).href;
const place = { base, shown: base, words: new URL('/search/words.json', location.href).href, site: { host: '', root: new URL('/', location.href).href } };
/** Names of sister sites, of a page at `?sister=…`. */
const sisters = new URLSearchParams(location.search).getAll('sister').map((name) => `www.${name}.example`);

/** Lets a test ask the engine as a page does; `askAnew` starts a worker for each search, as a page does after many. */
Object.assign(globalThis, { ask: connectEngine(place, '2026-11-01', sisters), askAnew: connectEngine(place, '2026-11-01', sisters, 0) });
