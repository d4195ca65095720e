import { digestOf } from './cards.ts';
import { joined } from './joined.ts';
import { compareText } from './order.ts';

/** One value documents are filed under: `key` stands in addresses, `label` is what people read. */
export interface FacetValue {
  key: string;
  label: string;
}

/** One way to divide a list: by topic, by year, by whom it is for. */
export interface Facet<E> {
  name: string;
  title: string;
  /** Where a document belongs; nowhere, to one value or to several. */
  valuesOf(entry: E): readonly FacetValue[];
  /** Keys in the order they are offered. Without it the fullest come first. */
  order?: readonly string[];
  /** Stands for all that `valuesOf` reads beside the document: while it is the same, so are the values. */
  stamp?: string;
}

/** The values of documents that stand under one: the same list for each key, however many ask. */
export function oneValue<K extends string>(labelOf: (key: K) => string): (key: K) => readonly FacetValue[] {
  const known = new Map<K, readonly FacetValue[]>();
  return (key) => {
    let values = known.get(key);
    if (!values) known.set(key, (values = [{ key, label: labelOf(key) }]));
    return values;
  };
}

/** The documents of one value, oldest first, and the address of their list. */
export interface FacetGroup<E> extends FacetValue {
  path: string;
  documents: E[];
}

/** A facet with what was found for it. */
export interface GroupedFacet<E> extends Facet<E> {
  groups: FacetGroup<E>[];
}

/** Divides documents, kept oldest first, by each facet. Facets that cannot divide them are left out. */
export function groupByFacets<E extends object>(facets: readonly Facet<E>[], documents: readonly E[], columnPath: string): GroupedFacet<E>[] {
  return groupPartsByFacets(facets, [documents], columnPath);
}

/** The same for documents in parts: a part that is the same object as last time is not divided again by a facet with a stamp. */
export function groupPartsByFacets<E extends object>(facets: readonly Facet<E>[], parts: readonly (readonly E[])[], columnPath: string): GroupedFacet<E>[] {
  return facets
    .map((facet) => ({ ...facet, groups: groupBy(facet, parts, columnPath) }))
    .filter(({ groups }) => groups.length > 0);
}

function groupBy<E extends object>(facet: Facet<E>, parts: readonly (readonly E[])[], columnPath: string): FacetGroup<E>[] {
  const found = new Map<string, { value: FacetValue; documents: (readonly E[])[] }>();
  for (const part of parts)
    for (const [key, { value, documents }] of divide(facet, part)) {
      const group = found.get(key);
      if (group) group.documents.push(documents);
      else found.set(key, { value, documents: [documents] });
    }
  const groups = [...found.values()].map(({ value, documents }): FacetGroup<E> => ({ ...value, path: valuePath(columnPath, facet.name, value.key), documents: joined(documents) }));
  return groups.sort(
    facet.order
      ? (a, b) => place(facet.order!, a.key) - place(facet.order!, b.key) || compareText(a.key, b.key)
      : (a, b) => b.documents.length - a.documents.length || compareText(a.label, b.label),
  );
}

type Division<E> = Map<string, { value: FacetValue; documents: E[] }>;
const divisions = new WeakMap<readonly object[], Map<string, { stamp: string; division: Division<never> }>>();

function divide<E extends object>({ name, stamp, valuesOf }: Facet<E>, part: readonly E[]): Division<E> {
  let ofPart = divisions.get(part);
  if (!ofPart) divisions.set(part, (ofPart = new Map()));
  const known = ofPart.get(name);
  if (known && known.stamp === stamp) return known.division as unknown as Division<E>;
  const division: Division<E> = new Map();
  for (const entry of part)
    for (const value of valuesOf(entry)) {
      const group = division.get(value.key);
      if (group) group.documents.push(entry);
      else division.set(value.key, { value, documents: [entry] });
    }
  if (stamp !== undefined) ofPart.set(name, { stamp, division: division as unknown as Division<never> });
  return division;
}

/** Years, the newest first, far enough for any document of a modern state. */
export const YEARS: readonly string[] = Array.from({ length: 200 }, (_, at) => String(2100 - at));

const place = (order: readonly string[], key: string) => (order.includes(key) ? order.indexOf(key) : order.length);

/** Address of the list of one value. A year stands alone, as in every other column. */
export const valuePath = (columnPath: string, facet: string, key: string) =>
  facet === 'year' ? `${columnPath}${key}/` : `${columnPath}${facet}-${key}/`;

/** The key of a value that editors write themselves: its digest in letters an address may have. */
export const freeKey = (label: string) => digestOf(label).replace(/[^A-Za-z0-9]/g, '').slice(0, 8).toLowerCase();

