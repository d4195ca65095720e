import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Route } from '@mingchuang/content';

import { PartedMap } from './parted-map.ts';
import { isPageRoute, Routes } from './routes.ts';

const path = fc.constantFrom('/', '/a/', '/a/b/', '/media/1/a.pdf', '/_astro/a.css', '/search/', '/search/index/search.json', '/search/index/aa/m.json', '/search/index/aa/text/1-0.json', '/search/index/bb/m.json');
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ hash: fc.constantFrom('1', '2') }).map(({ hash }): Route => ({ hash, type: 'text/html', bytes: 1, status: 200, digest: hash })),
  fc.record({ hash: fc.constantFrom('1', '2') }).map(({ hash }): Route => ({ hash, type: 'text/css', bytes: 1, status: 200 })),
  fc.constant<Route>({ status: 301, location: '/' }),
);
/** The index has no pages. */
const changed = fc.array(fc.tuple(path, route)).map((entries) => new Map(entries.filter(([at, one]) => !at.startsWith('/search/index/') || !isPageRoute(one))));
const steps = fc.array(fc.record({ changed, removed: fc.uniqueArray(path) }), { maxLength: 6 });
const sorted = <Value>(map: Iterable<readonly [string, Value]>): (readonly [string, Value])[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

test('routes made by differences are those of a map, by kind, and earlier ones stay as they were', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const truth = new Map<string, Route>();
      let routes = Routes.none;
      const history: [Routes, (readonly [string, Route])[]][] = [];
      for (const step of all) {
        routes = routes.with(step.changed, new Set(step.removed));
        for (const at of step.removed) truth.delete(at);
        for (const [at, one] of step.changed) truth.set(at, one);
        history.push([routes, sorted(truth)]);
      }
      for (const [made, entries] of history) {
        expect(sorted(made)).toEqual(entries);
        expect(made.size).toBe(entries.length);
        for (const [at, one] of entries) expect(made.get(at)).toBe(one);
        const isSearch = ([at]: readonly [string, unknown]) => at.startsWith('/search/index/');
        expect(sorted(made.pages)).toEqual(entries.filter((entry) => !isSearch(entry) && isPageRoute(entry[1])));
        expect(sorted(made.files)).toEqual(entries.filter((entry) => !isSearch(entry) && !isPageRoute(entry[1])));
        expect(sorted([...made.search].flatMap(([, folder]) => [...folder]))).toEqual(entries.filter(isSearch));
      }
    }),
  );
});

test('folders of the index that stay are the same objects', () => {
  const file: Route = { hash: '1', type: 'application/json', bytes: 1, status: 200, immutable: true };
  const before = Routes.of(new Map([['/search/index/search.json', file], ['/search/index/aa/m.json', file], ['/search/index/bb/m.json', file]]));
  const after = before.with(new Map([['/search/index/cc/m.json', file]]), new Set(['/search/index/bb/m.json']));
  expect([...after.search.keys()].sort()).toEqual(['', 'aa', 'cc']);
  expect(after.search.get('aa')).toBe(before.search.get('aa'));
});

test('a parted map holds what was put last, and nothing that was removed', () => {
  const key = fc.string({ unit: fc.constantFrom(...'ab/1'), maxLength: 5 });
  const change = fc.record({ changed: fc.array(fc.tuple(key, fc.nat(9))), removed: fc.uniqueArray(key) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const truth = new Map<string, number>();
      let map = PartedMap.empty<number>();
      for (const { changed: put, removed } of changes) {
        const before = sorted(map);
        const next = map.with(put, removed);
        expect(sorted(map)).toEqual(before);
        for (const one of removed) truth.delete(one);
        for (const [one, value] of put) truth.set(one, value);
        map = next;
      }
      expect(sorted(map)).toEqual(sorted(truth));
      expect(map.size).toBe(truth.size);
      expect([...map.keys()].sort()).toEqual([...truth.keys()].sort());
      map.forEach((value, one) => expect(map.get(one)).toBe(value));
    }),
  );
});
