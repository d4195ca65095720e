import { diffArrays } from 'diff';

import { likeness } from './words.ts';

/** An item of one list beside its counterpart in the other. */
export interface Pair<T> {
  before?: T;
  after?: T;
}

/** Items with less in common than this are two different things. */
const ALIKE = 0.4;
/** Products of lengths beyond this are paired by their places alone. */
const LARGEST = 20_000;

export interface Reading<T> {
  /** Equal keys mean equal items. */
  keyOf: (item: T) => string;
  /** What likeness is judged by. */
  textOf: (item: T) => string;
}

/**
 * Lays two lists side by side in their order: what is equal first, then, between two equal items, what is most alike.
 */
export function align<T>(before: readonly T[], after: readonly T[], { keyOf, textOf }: Reading<T>): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let gone: T[] = [];
  let come: T[] = [];
  let [left, right] = [0, 0];
  const settle = () => {
    pairs.push(...alignUnequal(gone, come, textOf));
    [gone, come] = [[], []];
  };
  for (const { count, added, removed } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const size = count ?? 0;
    if (removed) gone.push(...before.slice(left, (left += size)));
    else if (added) come.push(...after.slice(right, (right += size)));
    else {
      settle();
      for (let at = 0; at < size; at++) pairs.push({ before: before[left++]!, after: after[right++]! });
    }
  }
  settle();
  return pairs;
}

/** Pairs what is alike without crossing, so that the sum of likenesses is the greatest. */
function alignUnequal<T>(gone: readonly T[], come: readonly T[], textOf: (item: T) => string): Pair<T>[] {
  if (gone.length === 0) return come.map((after) => ({ after }));
  if (come.length === 0) return gone.map((before) => ({ before }));
  const [left, right] = [gone.map(textOf), come.map(textOf)];
  const like =
    gone.length * come.length > LARGEST
      ? (i: number, j: number) => (i === j ? likeness(left[i]!, right[j]!) : 0)
      : (i: number, j: number) => likeness(left[i]!, right[j]!);
  const best = sumsOf(gone.length, come.length, (i, j) => {
    const value = like(i, j);
    return value >= ALIKE ? value : 0;
  });
  return trace(gone, come, best);
}

interface Sums {
  sum: Float64Array;
  paired: Uint8Array;
  width: number;
}

function sumsOf(rows: number, columns: number, like: (i: number, j: number) => number): Sums {
  const width = columns + 1;
  const sum = new Float64Array((rows + 1) * width);
  const paired = new Uint8Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const value = like(i, j);
      const together = value > 0 ? value + sum[(i + 1) * width + j + 1]! : -1;
      const apart = Math.max(sum[(i + 1) * width + j]!, sum[i * width + j + 1]!);
      paired[i * width + j] = together >= apart && value > 0 ? 1 : 0;
      sum[i * width + j] = Math.max(together, apart);
    }
  }
  return { sum, paired, width };
}

function trace<T>(gone: readonly T[], come: readonly T[], { sum, paired, width }: Sums): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    if (i < gone.length && j < come.length && paired[i * width + j]) pairs.push({ before: gone[i++]!, after: come[j++]! });
    else if (i < gone.length && (j >= come.length || sum[(i + 1) * width + j]! >= sum[i * width + j + 1]!)) pairs.push({ before: gone[i++]! });
    else pairs.push({ after: come[j++]! });
  }
  return pairs;
}
