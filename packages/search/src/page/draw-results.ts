import type { SearchResult } from '../engine/protocol.ts';
import { fillMarked, fillSlot, labelsOf, slot, type Markup } from './markup.ts';

/**
 * Fills the list of results.
 *
 * @param kinds Labels of the kinds, from the facet of the same name.
 * @param root Relative address of the site's root, so that a visitor in elderly mode stays in it.
 */
export function drawResults(markup: Markup, results: readonly SearchResult[], kinds: Record<string, string>, root: string): void {
  markup.part('results')?.replaceChildren(...results.flatMap((result) => drawResult(markup, result, kinds, root)));
}

/** English pages write dates in words. */
function dateInWords(date: string): string {
  if (document.documentElement.lang !== 'en' || !date) return date;
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function drawResult(markup: Markup, result: SearchResult, kinds: Record<string, string>, root: string): HTMLElement[] {
  const item = markup.item('result');
  if (!item) return [];
  const link = slot(item, 'link');
  link?.setAttribute('href', root + result.url.slice(1));
  fillMarked(link, result.title);
  fillMarked(slot(item, 'excerpt'), result.excerpt);
  fillSlot(item, 'kind', kinds[result.kind] ?? '');
  fillSlot(item, 'summary', result.summary);
  // A summary often names the agency already: "市医疗保障局答复".
  fillSlot(item, 'agency', result.summary.includes(result.agency) ? '' : result.agency);
  fillSlot(item, 'date', dateInWords(result.date));
  slot(item, 'date')?.setAttribute('datetime', result.date);
  const validity = slot(item, 'validity');
  if (validity) {
    fillSlot(item, 'validity', labelsOf(validity)?.[result.validity] ?? '');
    validity.dataset.validity = result.validity;
  }
  return [item];
}
