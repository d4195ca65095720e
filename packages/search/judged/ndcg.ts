import { readFileSync } from 'node:fs';

/** What somebody may type, and how well each document answers it. */
export interface JudgedQuery {
  /** What kind of query it is; for reading only. */
  group: string;
  query: string;
  /**
   * 3 answers it, 2 helps, 1 is about it; what is not named is 0. By address; letters, whose addresses are drawn by lot,
   * by their title.
   */
  grades: Record<string, number>;
}

/** The judged queries: those ranking is improved by, and those nobody looks at while improving it. */
export const readJudged = (name: 'queries' | 'held-out'): JudgedQuery[] =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as JudgedQuery[];

const LENGTH = 10;
const gainOf = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);

/** Normalised discounted cumulative gain of the first ten results: 1 for the best order there is, 0 when none is any good. */
export function ndcg({ grades }: JudgedQuery, results: readonly { url: string; title: string }[]): number {
  const sum = (found: readonly number[]) => found.slice(0, LENGTH).reduce((total, grade, place) => total + gainOf(grade, place), 0);
  const best = Object.values(grades).sort((a, b) => b - a);
  return sum(results.map(({ url, title }) => grades[url] ?? grades[title] ?? 0)) / sum(best);
}

/** The mean. */
export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
