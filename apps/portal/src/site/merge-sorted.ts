/** Puts the few into the many, both in order already: looks only at those of the many that it compares to find each place. */
export function mergeSorted<T>(many: readonly T[], few: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (few.length === 0) return many;
  const merged: T[] = [];
  let from = 0;
  for (const item of few) {
    const to = endOf(many, from, (other) => compare(other, item) <= 0);
    for (; from < to; from++) merged.push(many[from]!);
    merged.push(item);
  }
  for (; from < many.length; from++) merged.push(many[from]!);
  return merged;
}

/** Where in a sorted list, from an index on, those end that belong before something. */
export function endOf<T>(sorted: readonly T[], from: number, isBefore: (item: T) => boolean): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
