import { formatAddress, type SearchState } from './address.ts';
import { fillSlot, type Markup } from './markup.ts';

/** Numbers a pager shows: the first, the last, those around the current one; 0 stands for a gap. */
export function pagerNumbers(current: number, pages: number): number[] {
  const shown = [...new Set([1, current - 2, current - 1, current, current + 1, current + 2, pages])]
    .filter((page) => page >= 1 && page <= pages)
    .sort((a, b) => a - b);
  return shown.flatMap((page, index) => {
    const missing = page - (shown[index - 1] ?? 0) - 1;
    return missing === 0 ? [page] : missing === 1 ? [page - 1, page] : [0, page];
  });
}

/** Fills the pager; one page needs none. */
export function drawPager(markup: Markup, state: SearchState, pages: number): void {
  const pager = markup.part('pager');
  if (!pager) return;
  pager.hidden = pages < 2;
  const link = (name: string, page: number) => {
    const item = markup.item(name);
    item?.setAttribute('href', formatAddress({ ...state, page }));
    return item ? [item] : [];
  };
  const numbers = pagerNumbers(state.page, pages).flatMap((page) => {
    if (page === 0) return markup.item('gap') ?? [];
    const [item] = link('page', page);
    if (!item) return [];
    fillSlot(item, 'number', String(page));
    if (page === state.page) item.setAttribute('aria-current', 'page');
    return [item];
  });
  pager.replaceChildren(...numbers, ...(state.page < pages ? link('next', state.page + 1) : []));
}
