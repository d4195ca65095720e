import { align, type Pair, type Reading } from './align.ts';

/** An item of a list with its place in it, counted from 1. */
export interface Placed<T> {
  item: T;
  place: number;
}

export interface PlacedPair<T> extends Pair<Placed<T>> {
  /** It is in both lists, in another order among the others. */
  isMoved: boolean;
}

/**
 * Lays two lists side by side; an item that only changed its place finds itself again by its identity.
 * @param identityOf The empty text for an item that has none.
 */
export function alignLists<T>(before: readonly T[], after: readonly T[], reading: Reading<T>, identityOf: (item: T) => string): PlacedPair<T>[] {
  const place = (item: T, at: number): Placed<T> => ({ item, place: at + 1 });
  const pairs = align(before.map(place), after.map(place), {
    keyOf: ({ item }) => reading.keyOf(item),
    textOf: ({ item }) => reading.textOf(item),
  });
  const gone = new Map<string, Placed<T>[]>();
  for (const pair of pairs) {
    const identity = pair.before && !pair.after ? identityOf(pair.before.item) : '';
    if (identity !== '') gone.set(identity, [...(gone.get(identity) ?? []), pair.before!]);
  }
  const found = new Set<Placed<T>>();
  const joined = pairs.map((pair): PlacedPair<T> => {
    if (pair.before || !pair.after) return { ...pair, isMoved: false };
    const earlier = gone.get(identityOf(pair.after.item))?.shift();
    if (!earlier) return { ...pair, isMoved: false };
    found.add(earlier);
    return { before: earlier, after: pair.after, isMoved: true };
  });
  return joined.filter(({ before: one, after: other }) => other || !found.has(one!));
}
