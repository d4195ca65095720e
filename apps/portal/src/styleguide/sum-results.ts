import type { Results } from './results.ts';

/** What a run came to over all components. */
export interface ResultsSum {
  components: number;
  passed: number;
  failed: number;
}

/** Adds up a recorded run. */
export function sumResults({ components }: Pick<Results, 'components'>): ResultsSum {
  const all = Object.values(components);
  return {
    components: all.length,
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}
