import { FACETS, type Filters } from '../engine/protocol.ts';

/** What the address of the search page says. */
export interface SearchState {
  query: string;
  /** All sites of the group, and not this one alone. */
  everywhere?: true;
  filters: Filters;
  sort: 'rank' | 'date';
  /** From 1. */
  page: number;
  /** Search for what was typed although it looks like a mistake. */
  asTyped?: true;
}

/** Longer queries are cut: nobody types them, and each character costs a look-up. */
const LONGEST_QUERY = 100;

/** Reads `?q=&sites=all&kind=&site=&audience=&agency=&year=&validity=&sort=&page=&typed=`. Whatever is missing or makes no sense falls back. */
export function parseAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const everywhere = parameters.get('sites') === 'all';
  const filters: Filters = {};
  for (const facet of FACETS) {
    const value = parameters.get(facet);
    if (value && (everywhere || facet !== 'site')) filters[facet] = value;
  }
  const page = Number(parameters.get('page'));
  return {
    query: [...(parameters.get('q') ?? '').trim()].slice(0, LONGEST_QUERY).join(''),
    ...(everywhere && { everywhere }),
    filters,
    sort: parameters.get('sort') === 'date' ? 'date' : 'rank',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    ...(parameters.get('typed') === '1' && { asTyped: true as const }),
  };
}

/** Writes a state as the query part of an address; what is usual is left out. */
export function formatAddress({ query, everywhere, filters, sort, page, asTyped }: SearchState): string {
  const parameters = new URLSearchParams({ q: query });
  if (everywhere) parameters.set('sites', 'all');
  for (const facet of FACETS) {
    const value = filters[facet];
    if (value) parameters.set(facet, value);
  }
  if (sort === 'date') parameters.set('sort', sort);
  if (page > 1) parameters.set('page', String(page));
  if (asTyped) parameters.set('typed', '1');
  return `?${parameters}`;
}
