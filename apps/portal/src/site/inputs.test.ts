import { isRedirect, MemorySnapshot, type AnyEntry, type Page, type Snapshot, type TypeName } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries } from '@mingchuang/content/examples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { listMutations, mutate } from '../../tests/mutations.ts';
import { buildPages } from './build-pages.ts';

const pagesOf = (snapshot: Snapshot, today = EXAMPLE_TODAY) =>
  [...buildPages(snapshot, { today })].filter((page): page is Page => !isRedirect(page));
const factsOf = (entries: readonly AnyEntry[], today?: string) =>
  new Map(
    pagesOf(new MemorySnapshot(entries, exampleAddresses), today).map((page) => [
      page.path,
      { digest: page.digest, props: JSON.stringify(page.props()), search: JSON.stringify(page.search?.()) },
    ]),
  );

describe('inputs', () => {
  const before = factsOf(exampleEntries);

  function expectHonest(after: ReturnType<typeof factsOf>, cause: string) {
    for (const [path, page] of after)
      if (before.get(path)?.digest === page.digest) expect(page, `${path} after ${cause}`).toEqual(before.get(path));
  }

  test('differ whenever the props or the search entry differ, whichever field of whichever entry changes', () => {
    const mutation = fc.constantFrom(...listMutations(exampleEntries));
    fc.assert(
      fc.property(mutation, (one) => expectHonest(factsOf(mutate(exampleEntries, one)), `${one.field} of ${one.id}`)),
      { numRuns: 120 },
    );
  });

  test('differ whenever an entry goes', () => {
    const index = fc.nat(exampleEntries.length - 1).filter((at) => exampleEntries[at]!.type !== 'site');
    fc.assert(
      fc.property(index, (at) => expectHonest(factsOf(exampleEntries.toSpliced(at, 1)), exampleEntries[at]!.documentId)),
      { numRuns: 25 },
    );
  });

  test('differ whenever the day makes a difference', () => {
    for (const today of ['2026-10-30', '2026-11-25', '2032-01-01']) expectHonest(factsOf(exampleEntries, today), today);
  });
});

describe('props', () => {
  /** A snapshot that notes which entries are read while a page is drawn. */
  function watch(entries: readonly AnyEntry[]) {
    const reading = { drawing: false, read: new Set<string>() };
    const seen = <T extends object>(value: T, name: string): T =>
      new Proxy(value, {
        get(target, key) {
          if (reading.drawing) reading.read.add(name);
          const found = Reflect.get(target, key) as unknown;
          return found && typeof found === 'object' ? seen(found, name) : found;
        },
      });
    const inner = new MemorySnapshot(
      entries.map((entry) => seen(entry, `${entry.type}:${entry.documentId}:${entry.locale}@${entry.version}`)),
      exampleAddresses,
    );
    const guard = <A extends unknown[], R>(call: (...args: A) => R) => (...args: A): R => {
      if (reading.drawing) reading.read.add('the snapshot');
      return call(...args);
    };
    const snapshot: Snapshot = {
      epoch: '',
      sequence: 0,
      all: guard((type: TypeName) => inner.all(type)) as Snapshot['all'],
      find: guard((type: TypeName, id: string) => inner.find(type, id)) as Snapshot['find'],
      addresses: guard(() => inner.addresses()),
    };
    return { snapshot, reading };
  }

  test('read no entry that is not among the inputs as a whole, and never the snapshot', () => {
    const { snapshot, reading } = watch(exampleEntries);
    const pages = pagesOf(snapshot);
    let read = 0;
    for (const page of pages) {
      // As a publication does: what a page is made of is taken first.
      const { props, search } = page;
      reading.read.clear();
      reading.drawing = true;
      props();
      search?.();
      reading.drawing = false;
      read += reading.read.size;
      expect([...reading.read].filter((name) => !page.inputs!.includes(name)), page.path).toEqual([]);
    }
    expect(read).toBeGreaterThan(20);
  });
});
