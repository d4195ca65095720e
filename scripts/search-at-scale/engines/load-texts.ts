import type { Answer } from '../engine.ts';

/** Loads the files that `writeTexts` wrote. */
export const loadTexts = (ids: readonly (number | string)[]): Promise<Answer['results']> =>
  Promise.all(ids.map(async (id) => (await fetch(`/index/text/${id}.json`)).json() as Promise<Answer['results'][number]>));
