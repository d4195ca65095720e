import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatAddress, parseAddress } from './address.ts';
import { pagerNumbers } from './draw-pager.ts';

test('parseAddress falls back where the address makes no sense', () => {
  expect(parseAddress('?q=%20公积金%20&page=-3&sort=size&kind=')).toEqual({ query: '公积金', filters: {}, sort: 'rank', page: 1 });
  expect(parseAddress('')).toEqual({ query: '', filters: {}, sort: 'rank', page: 1 });
  expect(parseAddress(`?q=${'长'.repeat(500)}`).query).toHaveLength(100);
});

test('formatAddress leaves out what is usual', () => {
  expect(formatAddress({ query: 'a b', filters: { year: '2026' }, sort: 'date', page: 2 })).toBe('?q=a+b&year=2026&sort=date&page=2');
  expect(formatAddress({ query: 'a', filters: {}, sort: 'rank', page: 1 })).toBe('?q=a');
});

test('a site is chosen among all sites only', () => {
  expect(parseAddress('?q=a&sites=all&site=www.linjiang.example')).toMatchObject({ everywhere: true, filters: { site: 'www.linjiang.example' } });
  expect(parseAddress('?q=a&site=www.linjiang.example').filters).toEqual({});
});

test('an address gives back the state it was made from', () => {
  const text = fc.string({ unit: fc.constantFrom(...'公积金〔2019〕&=+%#?"<'), minLength: 1, maxLength: 20 });
  const state = fc.record({
    query: text,
    filters: fc.record({ kind: text, audience: text, agency: text, year: text, validity: text }, { requiredKeys: [] }),
    everywhere: fc.constant(true as const),
    sort: fc.constantFrom('rank' as const, 'date' as const),
    page: fc.integer({ min: 1, max: 9999 }),
    asTyped: fc.constant(true as const),
  }, { requiredKeys: ['query', 'filters', 'sort', 'page'] });
  fc.assert(
    fc.property(state, (one) => {
      expect(parseAddress(formatAddress(one))).toEqual(one);
    }),
  );
});

test.each([
  [1, 1, [1]],
  [1, 9, [1, 2, 3, 0, 9]],
  [1, 5, [1, 2, 3, 4, 5]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [10, 30, [1, 0, 8, 9, 10, 11, 12, 0, 30]],
])('pagerNumbers on page %i of %i shows %j', (current, pages, expected) => {
  expect(pagerNumbers(current, pages)).toEqual(expected);
});
