import { describe, expect, test } from 'vitest';

import { countPages, PAGE_SIZE, pagerOf, sliceOfFront, sliceOfPage } from './paging.ts';

const list = (length: number) => Array.from({ length }, (_, at) => at + 1);

describe('paging from the oldest', () => {
  test('has no numbered pages while everything fits on the front', () => {
    expect(countPages(PAGE_SIZE)).toBe(0);
    expect(pagerOf('/a/', 0, undefined)).toBeUndefined();
  });

  test('never changes a full page when the list grows', () => {
    for (let length = PAGE_SIZE + 1; length < 4 * PAGE_SIZE; length++)
      for (let number = 1; number <= Math.floor(length / PAGE_SIZE); number++)
        expect(sliceOfPage(list(length + 1), number)).toEqual(sliceOfPage(list(length), number));
  });

  test('shows each entry on exactly one numbered page, newest first', () => {
    const pages = list(countPages(65)).map((number) => sliceOfPage(list(65), number));
    expect(pages.reverse().flat()).toEqual(list(65).reverse());
  });

  test('shows the newest on the front', () => {
    expect(sliceOfFront(list(65))).toEqual(list(65).slice(-PAGE_SIZE).reverse());
  });

  test('offers a numbered page only its neighbours and the oldest, whatever has been added since', () => {
    expect(pagerOf('/a/', 9, 4)).toEqual(pagerOf('/a/', 90, 4));
    expect(pagerOf('/a/', 9, 4)?.pages.map(({ number }) => number)).toEqual([5, 4, 3, 1]);
    expect(pagerOf('/a/', 9, undefined)?.pages.map(({ path }) => path)).toEqual([
      '/a/page-9/',
      '/a/page-8/',
      '/a/page-7/',
      '/a/page-1/',
    ]);
  });
});
