import { FACETS, type Facet, type FacetCounts } from '../engine/protocol.ts';
import { formatAddress, type SearchState } from './address.ts';
import { fillSlot, fillText, labelsOf, type Markup } from './markup.ts';

/** Agencies beyond these are few documents each; a chosen one is always shown. */
const MOST_VALUES = 12;

/** Fills the facets with links, each to the same search narrowed by its value. */
export function drawFacets(root: HTMLElement, markup: Markup, counts: FacetCounts, state: SearchState): void {
  for (const facet of FACETS)
    for (const box of root.querySelectorAll<HTMLElement>(`[data-facet="${facet}"]`))
      box.querySelector('[data-part="values"]')?.replaceChildren(...drawFacet(box, markup, counts[facet], state));
}

function drawFacet(box: HTMLElement, markup: Markup, counts: Record<string, number>, state: SearchState): HTMLElement[] {
  const facet = box.dataset.facet as Facet;
  const chosen = state.filters[facet];
  const values = valuesOf(box, counts, chosen);
  box.hidden = values.length < 2 && chosen === undefined;
  const all = box.dataset.all ?? '';
  const label = labeller(box);
  fillSlot(box, 'chosen', chosen === undefined ? all : label(chosen));

  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    ...drawValue(markup, all, total, narrowed(state, facet, undefined), chosen === undefined),
    ...values.flatMap((value) => drawValue(markup, label(value), counts[value] ?? 0, narrowed(state, facet, value), value === chosen)),
  ];
}

/** In the order of the labels; without labels, years from the newest and everything else by count. */
function valuesOf(box: HTMLElement, counts: Record<string, number>, chosen: string | undefined): string[] {
  const known = Object.keys({ ...counts, ...(chosen === undefined ? {} : { [chosen]: 0 }) });
  const labels = labelsOf(box);
  if (labels) return Object.keys(labels).filter((value) => known.includes(value));
  const sorted = known.every((value) => /^\d{4}$/.test(value))
    ? known.sort((a, b) => Number(b) - Number(a))
    : known.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
  return sorted.filter((value, index) => index < MOST_VALUES || value === chosen);
}

/** How a facet's values are called: by `data-labels`, or put into `data-format`. */
function labeller(box: HTMLElement): (value: string) => string {
  const labels = labelsOf(box) ?? {};
  const format = box.dataset.format ?? '{value}';
  return (value) => labels[value] ?? fillText(format, { value });
}

function drawValue(markup: Markup, label: string, count: number, href: string, current: boolean): HTMLElement[] {
  const item = markup.item('facet');
  const link = item?.querySelector('a');
  if (!item || !link) return [];
  link.setAttribute('href', href);
  if (current) link.setAttribute('aria-current', 'true');
  fillSlot(item, 'label', label);
  fillSlot(item, 'count', String(count));
  return [item];
}

function narrowed(state: SearchState, facet: Facet, value: string | undefined): string {
  const { [facet]: _, ...others } = state.filters;
  return formatAddress({ ...state, filters: value === undefined ? others : { ...others, [facet]: value }, page: 1 });
}
