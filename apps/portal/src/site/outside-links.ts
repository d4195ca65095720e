import type { AnyEntry, Snapshot, TypeName } from '@mingchuang/content';

import type { Catalogue } from './catalogue.ts';
import { differenceOf } from './difference.ts';
import { DOCUMENT_TYPES } from './document-types.ts';
import { compareText } from './order.ts';
import { scanEntry } from './scan-entry.ts';

const LINKING: readonly TypeName[] = [...DOCUMENT_TYPES, 'site', 'agency', 'column', 'alert'];

/** Of each site: what it had of each type, and how many of that lead to an address. */
const kept = new WeakMap<Catalogue['site'], { lists: Map<TypeName, readonly AnyEntry[]>; counts: Map<string, number> }>();

/** Every address outside government that the site links to; the gateway's notice page accepts no other. */
export function outsideLinksOf({ site, snapshot }: Catalogue): string[] {
  let known = kept.get(site);
  if (!known) kept.set(site, (known = { lists: new Map(), counts: new Map() }));
  const { lists, counts } = known;
  const count = (entries: readonly AnyEntry[], by: 1 | -1) => {
    for (const entry of entries)
      for (const url of scanEntry(entry).outside) {
        const times = (counts.get(url) ?? 0) + by;
        if (times > 0) counts.set(url, times);
        else counts.delete(url);
      }
  };
  for (const type of LINKING) {
    const list = listOf(snapshot, type);
    const { gone, fresh } = differenceOf(lists.get(type) ?? [], list);
    count(fresh, 1);
    count(gone, -1);
    lists.set(type, list);
  }
  return [...counts.keys()].sort(compareText);
}

const listOf = (snapshot: Snapshot, type: TypeName) => snapshot.all(type) as readonly unknown[] as readonly AnyEntry[];
