import type { PageGroup } from '@mingchuang/content';

import type { DocumentEntry } from './document-types.ts';
import { keepStretch, type KeepablePage } from './kept-pages.ts';
import type { Building } from './page.ts';
import { PAGE_SIZE, pagePath, pagerOf, sliceOfPage } from './paging.ts';

/** Numbered pages that are kept together: so many that a large city has few groups, so few that one edit makes little again. */
const TOGETHER = 20;

/** A list that is shown in numbered pages. */
export interface NumberedList {
  /** Address of its front. */
  path: string;
  /** Oldest first. */
  documents: readonly DocumentEntry[];
}

/** What is on one numbered page. */
export interface NumberedPage extends NumberedList {
  pager: ReturnType<typeof pagerOf>;
}

/**
 * The numbered pages of a list from the oldest on, in groups that are kept.
 * @param count How many there are.
 * @param facts All that the pages say of the list.
 */
export function* buildNumbered<F extends object>(building: Building, { path, documents }: NumberedList, count: number, facts: F, build: (building: Building, page: NumberedPage, facts: F) => KeepablePage): Generator<PageGroup> {
  for (let first = 1; first <= count; first += TOGETHER) {
    const last = Math.min(count, first + TOGETHER - 1);
    const entries = documents.slice((first - 1) * PAGE_SIZE, last * PAGE_SIZE);
    yield keepStretch(building, pagePath(path, first), { entries, facts: { ...facts, last, isLast: last === count } }, (within) =>
      Array.from({ length: last - first + 1 }, (_, at) => {
        const number = first + at;
        return build(within, { path: pagePath(path, number), documents: sliceOfPage(documents, number), pager: pagerOf(path, count, number) }, facts);
      }),
    );
  }
}
