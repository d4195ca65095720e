import type { Difference } from './difference.ts';
import { endOf, mergeSorted } from './merge-sorted.ts';

/** A stretch of a sorted list. The same object for as long as it holds the same: what is worked out of it can be kept by it. */
export type Leaf<T> = readonly T[];

/** At most so many in one: few enough to read again for one edit, many enough that their number is small. */
const MOST = 512;

/** Brings a sorted list in leaves up to a difference. Leaves without a change stay the same objects. */
export function changeLeaves<T>(leaves: readonly Leaf<T>[], { gone, fresh }: Difference<T>, compare: (a: T, b: T) => number): readonly Leaf<T>[] {
  if (gone.length === 0 && fresh.length === 0) return leaves;
  const changes = new Map<number, { gone: Set<T>; fresh: T[] }>();
  const changeOf = (item: T) => {
    const at = Math.max(0, Math.min(leaves.length - 1, endOf(leaves, 0, (leaf) => compare(leaf.at(-1)!, item) < 0)));
    let change = changes.get(at);
    if (!change) changes.set(at, (change = { gone: new Set(), fresh: [] }));
    return change;
  };
  for (const item of gone) changeOf(item).gone.add(item);
  for (const item of fresh) changeOf(item).fresh.push(item);
  return (leaves.length > 0 ? leaves : [[]]).flatMap((leaf, at) => {
    const change = changes.get(at);
    if (!change) return [leaf];
    const left = change.gone.size > 0 ? leaf.filter((item) => !change.gone.has(item)) : leaf;
    return divide(mergeSorted(left, change.fresh.sort(compare), compare));
  });
}

function divide<T>(items: readonly T[]): Leaf<T>[] {
  const count = Math.ceil(items.length / MOST);
  return Array.from({ length: count }, (_, at) => items.slice(Math.floor((at * items.length) / count), Math.floor(((at + 1) * items.length) / count)));
}
