import { isOver, type EntryOf, type Snapshot } from '@mingchuang/content';

import { differenceOf } from './difference.ts';
import { DOCUMENT_TYPES, type DocumentEntry, type DocumentType } from './document-types.ts';
import { changeLeaves, type Leaf } from './leaves.ts';
import { byPublication } from './order.ts';

/** Documents of a stretch of time in their places, oldest first. */
export interface Placed {
  /** All of them. */
  all: readonly DocumentEntry[];
  /** The site's own with a page. */
  documents: readonly DocumentEntry[];
  /** Those whose day to go off line has come. */
  over: readonly DocumentEntry[];
  /** All that the site shows, of other sites too. */
  shown: readonly DocumentEntry[];
  /** Of `documents`, by type. */
  byType: ReadonlyMap<DocumentType, DocumentEntry[]>;
  /** What stands in each column. */
  byColumn: ReadonlyMap<string, DocumentEntry[]>;
}

/** What decides where documents stand. */
interface Places {
  today: string;
  /** Columns of the site. */
  own: ReadonlySet<string>;
  /** Columns of any site. */
  all: ReadonlySet<string>;
}

interface Order {
  lists: Map<DocumentType, readonly DocumentEntry[]>;
  leaves: readonly Leaf<DocumentEntry>[];
}
const orders = new WeakMap<EntryOf<'site'>, Order>();
const kept = new WeakMap<Leaf<DocumentEntry>, { stamp: string; placed: Placed }>();

/** The documents of a site with an address in their places. A stretch in which nothing has changed is the same object as last time. */
export function placeDocuments(snapshot: Snapshot, site: EntryOf<'site'>, own: ReadonlySet<string>, today: string): Placed[] {
  const all = new Set(snapshot.all('column').map(({ documentId }) => documentId));
  const stamp = [today, ...own, '', ...all].join();
  return sortDocuments(snapshot, site).map((leaf) => {
    const known = kept.get(leaf);
    if (known?.stamp === stamp) return known.placed;
    const placed = placeLeaf(leaf, { today, own, all });
    kept.set(leaf, { stamp, placed });
    return placed;
  });
}

function sortDocuments(snapshot: Snapshot, site: EntryOf<'site'>): readonly Leaf<DocumentEntry>[] {
  let order = orders.get(site);
  if (!order) orders.set(site, (order = { lists: new Map(), leaves: [] }));
  const isAddressed = (entry: DocumentEntry) => entry.locale === site.locale && entry.data.path;
  const [gone, fresh]: [DocumentEntry[], DocumentEntry[]] = [[], []];
  for (const type of DOCUMENT_TYPES) {
    const list = snapshot.all(type) as readonly DocumentEntry[];
    const difference = differenceOf(order.lists.get(type) ?? [], list);
    gone.push(...difference.gone.filter(isAddressed));
    fresh.push(...difference.fresh.filter(isAddressed));
    order.lists.set(type, list);
  }
  order.leaves = changeLeaves(order.leaves, { gone, fresh }, byPublication);
  return order.leaves;
}

function placeLeaf(leaf: Leaf<DocumentEntry>, { today, own, all }: Places): Placed {
  const placed = { all: leaf, documents: [] as DocumentEntry[], over: [] as DocumentEntry[], shown: [] as DocumentEntry[], byType: new Map<DocumentType, DocumentEntry[]>(), byColumn: new Map<string, DocumentEntry[]>() };
  for (const entry of leaf) {
    const { documentId: column } = entry.data.column;
    const isHere = own.has(column) || !all.has(column);
    if (isOver(entry, today)) {
      if (isHere) placed.over.push(entry);
    } else {
      if (isHere) {
        placed.documents.push(entry);
        addTo(placed.byType, entry.type, entry);
      }
      addTo(placed.byColumn, column, entry);
      placed.shown.push(entry);
    }
    if (entry.type === 'article') for (const also of entry.data.alsoIn) if (also.documentId !== column) addTo(placed.byColumn, also.documentId, entry);
  }
  return placed;
}

/** Puts a value into the group of its key. */
export function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
