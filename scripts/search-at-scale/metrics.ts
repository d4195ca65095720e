import { runs } from '../../packages/search/src/tokens.ts';
import type { Answer } from './engine.ts';
import type { Truth } from './truth.ts';

/** A title and how it is typed, whole or in part. */
export interface TitleQuestion {
  title: string;
  typed: string;
  isWhole: boolean;
}

/**
 * Whether the first result has the title that was typed; of several with the same title, or part, any is right. A title typed
 * whole is found wherever it lies; a part of one has to be first among what the engine says it has searched.
 */
export function isTitleFirst({ title, typed, isWhole }: TitleQuestion, { results: [first], searched = Infinity }: Answer, { hasTitle }: Pick<Truth, 'hasTitle'>): boolean {
  if (isWhole) return first?.title === title;
  return (first !== undefined && plain(first.title).includes(plain(typed))) || !hasTitle(typed, searched);
}

const plain = (text: string): string => runs(text).join('');

/**
 * The part that was found of the documents that hold a piece. Of more than are listed, an engine that counts what holds it
 * exactly is taken by its count, and another by what is listed.
 *
 * @param truth Addresses of what holds it, among the documents the engine says it has searched.
 * @param most So many were asked for.
 */
export function recallOf(truth: ReadonlySet<string>, { results, exact }: Answer, most: number): number {
  if (!truth.size) return 1;
  const listed = new Set(results.map(({ url }) => url).filter((url) => truth.has(url))).size;
  if (truth.size <= most) return listed / truth.size;
  return exact === undefined ? listed / most : Math.min(exact, truth.size) / truth.size;
}

/** The value that a part of all values, from 0 to 1, does not exceed. */
export const quantile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? NaN;
