import { isRedirect, MemorySnapshot, type AnyEntry, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries } from '@mingchuang/content/examples';
import { expect, test } from 'vitest';

import { listMutations, mutate } from '../../tests/mutations.ts';
import { buildPages } from './build-pages.ts';

const factsOf = (entries: readonly AnyEntry[]) =>
  new Map(
    [...buildPages(new MemorySnapshot(entries, exampleAddresses), { today: EXAMPLE_TODAY })]
      .filter((page): page is Page => !isRedirect(page))
      .map((page) => [page.path, { digest: page.digest, props: JSON.stringify(page.props()) }]),
  );

test('every field of every example changes the inputs of exactly the pages whose props it changes', () => {
  const before = factsOf(exampleEntries);
  for (const mutation of listMutations(exampleEntries))
    for (const [path, page] of factsOf(mutate(exampleEntries, mutation)))
      if (before.get(path)?.digest === page.digest)
        expect(page, `${path} after ${mutation.field} of ${mutation.id}`).toEqual(before.get(path));
});
