import type { AnyEntry } from '@mingchuang/content';

import { digestOf } from './cards.ts';

/** What stands for an entry in a list, and the digest of it. */
interface Item<V> {
  value: V;
  digest: string;
}

interface KeptList<V> {
  entries: readonly AnyEntry[];
  stamp: string;
  values: V[];
  digest: string;
}

/**
 * A way to make lists of entries that keeps what it made. Most lists of a site hold the same entries as before, and
 * entries are immutable: to see that they are the same takes a thousandth of the time of reading them.
 *
 * @param make What stands for one entry. It may depend on the entry and on what the stamp stands for, on nothing else.
 * @returns The values in their order, and one digest for all of them.
 */
export function createListMaker<V, C extends { stamp: string }>(make: (entry: AnyEntry, context: C) => Item<V>): (entries: readonly AnyEntry[], context: C) => { values: V[]; digest: string } {
  const kept = new WeakMap<AnyEntry, WeakMap<AnyEntry, KeptList<V>>>();

  return (entries, context) => {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return { values: [], digest: digestOf('') };
    let beginning = kept.get(first);
    if (!beginning) kept.set(first, (beginning = new WeakMap()));
    let list = beginning.get(last);
    if (list?.stamp !== context.stamp || !isSame(list.entries, entries)) {
      const items = entries.map((entry) => make(entry, context));
      list = { entries: [...entries], stamp: context.stamp, values: items.map(({ value }) => value), digest: digestOf(items.map(({ digest }) => digest).join()) };
      beginning.set(last, list);
    }
    return list;
  };
}

/** Whether two lists hold the same objects: nothing of them is read. */
export const isSame = (a: readonly AnyEntry[], b: readonly AnyEntry[]) => a.length === b.length && a.every((entry, at) => entry === b[at]);
