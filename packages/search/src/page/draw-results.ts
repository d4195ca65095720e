import type { SearchResult } from '../engine/protocol.ts';
import { within } from './draw-answer.ts';
import { fillMarked, fillSlot, labelsOf, slot, type Markup } from './markup.ts';

/** Parts of pages are shown under the first results only: a list must stay one. */
const WITH_SECTIONS = 3;
const withoutSections = (result: SearchResult): SearchResult => ({ ...result, sections: [] });

/** What values of results are called; of sites this one's first, none where only it is searched. */
interface Names {
  kinds: Record<string, string>;
  sites: Record<string, string>;
}

/**
 * Fills the list of results.
 *
 * @param names Labels of the kinds and sites, from the facets of the same name.
 * @param root Relative address of the site's root, so that a visitor in elderly mode stays in it.
 */
export function drawResults(markup: Markup, results: readonly SearchResult[], names: Names, root: string): void {
  markup.part('results')?.replaceChildren(...results.flatMap((result, place) => drawResult(markup, place < WITH_SECTIONS ? result : withoutSections(result), names, root)));
}

/** English pages write dates in words. */
function dateInWords(date: string): string {
  if (document.documentElement.lang !== 'en' || !date) return date;
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function drawResult(markup: Markup, result: SearchResult, { kinds, sites }: Names, ownRoot: string): HTMLElement[] {
  const item = markup.item('result');
  if (!item) return [];
  const root = result.site?.root ?? ownRoot;
  const link = slot(item, 'link');
  link?.setAttribute('href', within(root, result.url));
  fillMarked(link, result.title);
  fillMarked(slot(item, 'excerpt'), result.excerpt);
  fillSlot(item, 'kind', kinds[result.kind] ?? '');
  // A page that an editor put first and that is in no index is of no site in particular.
  fillSlot(item, 'site', (result.kind && (result.site ? sites[result.site.host] : Object.values(sites)[0])) || '');
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
  drawSections(markup, item, result, root);
  return [item];
}

/** The parts of a long page that hold what was searched for, each with its own address. */
function drawSections(markup: Markup, item: HTMLElement, { url, sections = [] }: SearchResult, root: string): void {
  const box = slot(item, 'sections');
  if (!box) return;
  box.hidden = sections.length === 0;
  box.replaceChildren(
    ...sections.flatMap(({ id, title, excerpt }) => {
      const section = markup.item('section');
      if (!section) return [];
      const link = slot(section, 'link');
      link?.setAttribute('href', `${within(root, url)}#${id}`);
      fillSlot(section, 'link', title);
      fillMarked(slot(section, 'excerpt'), excerpt);
      return [section];
    }),
  );
}
