import type { Pager } from '../templates/props.ts';

/** Documents on one page of a column, and on its front. */
export const PAGE_SIZE = 20;

/** Address of a numbered page of a column. */
export const pagePath = (columnPath: string, number: number) => `${columnPath}page-${number}/`;

/**
 * Numbered pages of a list, counted from the oldest: page 1 never changes once it is full, and a new document touches
 * only the front and the last page. A list that fits on its front has none.
 */
export function countPages(total: number): number {
  return total > PAGE_SIZE ? Math.ceil(total / PAGE_SIZE) : 0;
}

/** What stands on page `number` of a list kept oldest first; newest first, as it is shown. */
export function sliceOfPage<T>(oldestFirst: readonly T[], number: number): T[] {
  return oldestFirst.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE).reverse();
}

/** What stands on the front: the newest. */
export function sliceOfFront<T>(oldestFirst: readonly T[]): T[] {
  return oldestFirst.slice(-PAGE_SIZE).reverse();
}

/**
 * The pages a reader is offered. On a numbered page only its neighbours and page 1, so that the growing end of the list
 * does not change all the pages before it.
 */
export function pagerOf(columnPath: string, count: number, current: number | undefined): Pager | undefined {
  if (count === 0) return undefined;
  const near = current === undefined ? [count, count - 1, count - 2] : [current + 1, current, current - 1];
  const numbers = [...new Set([...near, 1])].filter((number) => number >= 1 && number <= count);
  return {
    front: columnPath,
    current,
    pages: numbers.map((number) => ({ number, path: pagePath(columnPath, number) })),
  };
}
