import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createFilter, differenceOf } from './difference.ts';
import { changeLeaves, type Leaf } from './leaves.ts';

interface Item {
  at: number;
}
const inOrder = (a: Item, b: Item) => a.at - b.at;
const makeItems = (count: number, step = 1): Item[] => Array.from({ length: count }, (_, i) => ({ at: i * step }));

/** Lists of the same objects: what is kept stays in its place or moves, something goes and something comes. */
const lists = fc.array(fc.tuple(fc.constantFrom('replace', 'remove', 'insert', 'move'), fc.nat(12_000), fc.nat(12_000)), { maxLength: 4 }).map((edits) => {
  const before = makeItems(6000, 2);
  const after = [...before];
  for (const [kind, from, to] of edits) {
    const at = from % after.length;
    if (kind === 'replace') after[at] = { at: to };
    else if (kind === 'remove') after.splice(at, 1);
    else if (kind === 'insert') after.splice(at, 0, { at: to });
    else after.splice(to % after.length, 0, ...after.splice(at, 1));
  }
  return { before, after };
});

test('a difference makes the new list of the old one, whatever was edited', () => {
  fc.assert(
    fc.property(lists, ({ before, after }) => {
      const { gone, fresh } = differenceOf(before, after);
      const made = new Set(before);
      for (const item of gone) made.delete(item);
      for (const item of fresh) made.add(item);
      expect(made).toEqual(new Set(after));
      if (after.length === before.length && after.every((item, at) => item === before[at])) expect([gone, fresh]).toEqual([[], []]);
    }),
  );
});

test('one edit in a long list is a difference of one', () => {
  const before = makeItems(100);
  const edited = [...before.slice(0, 40), { at: 40 }, ...before.slice(41)];
  expect(differenceOf(before, edited)).toEqual({ gone: [before[40]], fresh: [{ at: 40 }] });
  expect(differenceOf(before, before.filter((_, at) => at !== 7))).toEqual({ gone: [before[7]], fresh: [] });
  expect(differenceOf(before, [...before, { at: 100 }])).toEqual({ gone: [], fresh: [{ at: 100 }] });
});

test('leaves are the sorted list in stretches that stay the same objects while nothing in them changes', () => {
  fc.assert(
    fc.property(lists, ({ before, after }) => {
      const leaves = changeLeaves<Item>([], { gone: [], fresh: [...before] }, inOrder);
      const changed = changeLeaves(leaves, differenceOf(before, after), inOrder);
      expect(changed.flat().map(({ at }) => at)).toEqual(after.map(({ at }) => at).sort((a, b) => a - b));
      expect(new Set(changed.flat())).toEqual(new Set(after));
      const { gone, fresh } = differenceOf(before, after);
      const known: ReadonlySet<Leaf<Item>> = new Set(leaves);
      // A change makes one leaf anew, or two of it.
      expect(changed.filter((leaf) => !known.has(leaf)).length).toBeLessThanOrEqual(2 * (gone.length + fresh.length));
      for (const leaf of changed) expect(leaf.length).toBeLessThanOrEqual(512);
    }),
  );
});

test('a filter that looks only at what is new lets the same through', () => {
  fc.assert(
    fc.property(lists, lists, (one, other) => {
      const isEven = ({ at }: Item) => at % 4 === 0;
      const filter = createFilter(isEven);
      for (const list of [one.before, one.after, other.before, other.after]) expect(new Set(filter(list))).toEqual(new Set(list.filter(isEven)));
    }),
  );
});
