import { connectEngine } from '../src/engine/connect.ts';

const base = new URL('/search/index/', location.href).href;
/** Lets a test ask the engine as a page does. */
Object.assign(globalThis, { ask: connectEngine({ base, shown: base, words: new URL('/search/words.json', location.href).href }, '2026-11-01') });
