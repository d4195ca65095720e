import { connectEngine } from '../src/engine/connect.ts';

/** Lets a test ask the engine as a page does. */
Object.assign(globalThis, { ask: connectEngine(new URL('/search/index/', location.href).href, '2026-11-01') });
