/** Puts the few into the many, both in order already: looks only at those of the many that it compares to find each place. */
export function mergeSorted<T>(many: readonly T[], few: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (few.length === 0) return many;
  const merged: T[] = [];
  let from = 0;
  for (const item of few) {
    const to = placeOf(item, many, from, compare);
    for (; from < to; from++) merged.push(many[from]!);
    merged.push(item);
  }
  for (; from < many.length; from++) merged.push(many[from]!);
  return merged;
}

/** Before the first from an index on that is greater. */
function placeOf<T>(item: T, sorted: readonly T[], from: number, compare: (a: T, b: T) => number): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle]!, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
