import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { isRedirect, MemorySnapshot, type AnyEntry } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries } from '@mingchuang/content/examples';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { listMutations, mutate } from '../../tests/mutations.ts';
import { buildGroups, buildPages } from './build-pages.ts';

const digestsOf = (entries: readonly AnyEntry[], today: string) =>
  new Map([...buildPages(new MemorySnapshot(entries, exampleAddresses), { today })].map((page) => [page.path, isRedirect(page) ? page.location : page.digest]));

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...listMutations(exampleEntries)).map((one) => ({ kind: 'change' as const, one })) },
  { weight: 1, arbitrary: fc.nat(exampleEntries.length - 1).map((at) => ({ kind: 'remove' as const, id: exampleEntries[at]!.documentId })) },
  { weight: 1, arbitrary: fc.constantFrom('2026-10-30', '2026-11-25', '2032-01-01').map((today) => ({ kind: 'day' as const, today })) },
);

/** A long list needs pages, and pages of lists are what is kept beside documents. */
function makeMany(): AnyEntry[] {
  const article = exampleEntries.find(({ type }) => type === 'article')!;
  return Array.from({ length: 70 }, (_, i) => {
    const day = `20${10 + (i % 16)}-03-0${1 + (i % 9)}`;
    const path = `/zixun/yaowen/${day.slice(0, 7).replace('-', '')}/m${i}/`;
    return { ...article, documentId: `many-${i}`, version: '1', data: { ...article.data, publishedOn: day, firstPublishedAt: `${day}T01:00:00.000Z`, publicId: `m${i}`, path } } as AnyEntry;
  });
}

test('a site that shows kept pages has the digests of one made from nothing, whatever was edited', () => {
  const many = makeMany();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.nat(many.length - 1), (steps, moved) => {
      let entries: AnyEntry[] = [...exampleEntries, ...many];
      let today = EXAMPLE_TODAY;
      for (const each of steps) {
        if (each.kind === 'change') entries = mutate(entries, each.one);
        else if (each.kind === 'day') ({ today } = each);
        else entries = entries.filter(({ documentId, type }) => type === 'site' || documentId !== each.id);
        entries = mutate(entries, { id: `many-${moved}`, field: 'title' });
        expect(digestsOf(entries, today)).toEqual(digestsOf(structuredClone(entries), today));
      }
    }),
    { numRuns: 25 },
  );
});

test('a year that a list gains or loses is on the pages that were kept', () => {
  const many = makeMany();
  const site = (years: number) => [...exampleEntries, ...many.filter((_, i) => i % 16 < years)];
  for (const years of [12, 12, 14, 14, 11, 16]) expect(digestsOf(site(years), EXAMPLE_TODAY)).toEqual(digestsOf(structuredClone(site(years)), EXAMPLE_TODAY));
});

test('pages that are kept hold nothing of the sites they were first made for', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  // Nobody but the site holds an edition that was replaced.
  let entries: AnyEntry[] = structuredClone([...exampleEntries, ...makeMany()]);
  const past: WeakRef<MemorySnapshot>[] = [];
  const buildOnce = () => {
    const snapshot = new MemorySnapshot(entries, exampleAddresses);
    past.push(new WeakRef(snapshot));
    return [...buildGroups(snapshot, { today: EXAMPLE_TODAY })];
  };
  let groups = buildOnce();
  for (let edit = 0; edit < 16; edit++) {
    entries = mutate(entries, { id: `many-${edit}`, field: 'title' });
    groups = buildOnce();
  }
  // What was referred to weakly lives until the end of the turn, and code that was just optimized may hold a few of the last.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => setImmediate(done));
    collectGarbage();
  }
  expect(past.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(4);
  expect(groups.flat().length).toBeGreaterThan(100);
});
