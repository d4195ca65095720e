import type { AnyEntry, EntryOf, Locale, Snapshot, TypeName } from '@mingchuang/content';

import { createFilter } from './difference.ts';

type Filter = (list: readonly AnyEntry[]) => readonly AnyEntry[];

/** Of each site, by type and locale. */
const filters = new WeakMap<EntryOf<'site'>, Map<string, Filter>>();

/** What is kept is made here, where no snapshot is in sight: it would hold it. */
function filterOf(site: EntryOf<'site'>, type: TypeName, locale: Locale): Filter {
  let ofSite = filters.get(site);
  if (!ofSite) filters.set(site, (ofSite = new Map()));
  const key = `${type} ${locale}`;
  let filter = ofSite.get(key);
  if (!filter) ofSite.set(key, (filter = createFilter((entry) => entry.locale === locale)));
  return filter;
}

/**
 * What is published in one locale. A reference leads to the document in that locale or nowhere, so that an English page
 * never shows a Chinese title; types that are written in Chinese only are empty.
 * @param site Whose snapshot it is.
 */
export function localSnapshot(snapshot: Snapshot, locale: Locale, site: EntryOf<'site'>): Snapshot {
  return {
    get epoch() {
      return snapshot.epoch;
    },
    get sequence() {
      return snapshot.sequence;
    },
    all: (type) => filterOf(site, type, locale)(snapshot.all(type) as readonly unknown[] as readonly AnyEntry[]) as never,
    find: (type, documentId) => snapshot.find(type, documentId, locale),
    addresses: () => snapshot.addresses(),
  };
}
