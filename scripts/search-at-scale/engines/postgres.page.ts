import type { Answer, Ask } from '../engine.ts';

const ask: Ask = async ({ query, most }) => ({
  results: (await (await fetch(`/ask?${new URLSearchParams({ query, most: String(most) })}`)).json()) as Answer['results'],
});
Object.assign(globalThis, { ask });
