import {
  DEFAULT_LOCALE,
  type BuildOptions,
  type EntryOf,
  type Locale,
  type Snapshot,
  type TypeName,
} from '@mingchuang/content';

import type { DocumentEntry, DocumentType } from './document-types.ts';
import { joined } from './joined.ts';
import { byPublication, compareText } from './order.ts';
import { listedIn, ofTypeIn, writtenFor } from './part-facts.ts';
import { placeDocuments, type Placed } from './placing.ts';

/** A column in its place. */
export interface ColumnNode {
  entry: EntryOf<'column'>;
  path: string;
  parent: ColumnNode | undefined;
  /** Sub-columns that have something to show, in their order. */
  children: ColumnNode[];
  /** Documents listed here, oldest first; those of other columns that are also shown here included. */
  documents: readonly DocumentEntry[];
  /** Of these, those of one type. */
  ofType<T extends DocumentType>(type: T): readonly EntryOf<T>[];
  /** Newest documents of this column and everything below it. */
  newest: readonly DocumentEntry[];
}

/** The snapshot of one site, arranged for building pages. Pure: the same snapshot gives the same catalogue. */
export interface Catalogue {
  locale: Locale;
  snapshot: Snapshot;
  /** The same site in the other language, when it is published in it. */
  other: Catalogue | undefined;
  today: string;
  site: EntryOf<'site'>;
  /** Every site of the group in this language, this one first: they are searched together. */
  group: EntryOf<'site'>[];
  serverSearch: boolean;
  /** First-level columns with something to show, in their order. */
  roots: ColumnNode[];
  /** Every column with something to show, parents first. */
  columns: ColumnNode[];
  column(id: string | undefined): ColumnNode | undefined;
  /** Every document in its place, in stretches from the oldest on that are kept while nothing in them changes. */
  placed: readonly Placed[];
  /** Every document with a page, oldest first; those whose column is not published included: addresses are permanent. */
  documents: readonly DocumentEntry[];
  /** Of these, those of one type. */
  ofType<T extends DocumentType>(type: T): readonly EntryOf<T>[];
  agencies: EntryOf<'agency'>[];
  letters: EntryOf<'letter'>[];
  /** Latest month first. */
  figures: EntryOf<'case-figures'>[];
}

/** How many documents a landing page can show of one column and what is below it. */
const NEWEST = 8;

const byOrder = (a: EntryOf<'column' | 'agency'>, b: EntryOf<'column' | 'agency'>) =>
  (a.data.order ?? 0) - (b.data.order ?? 0) ||
  compareText(a.data.title, b.data.title) ||
  compareText(a.documentId, b.documentId);

const inLocale = <T extends TypeName>(snapshot: Snapshot, type: T, wanted: Locale) =>
  snapshot.all(type).filter(({ locale }) => locale === wanted);

/** The site to build, or `undefined` when the snapshot has none yet. @throws {Error} When it has several and none was named. */
export function findSite(snapshot: Snapshot, id: string | undefined, locale: Locale): EntryOf<'site'> | undefined {
  const sites = inLocale(snapshot, 'site', locale).filter((site) => id === undefined || site.documentId === id);
  if (sites.length > 1) throw new Error('The snapshot has several sites: name the one to build');
  return sites[0];
}

/**
 * Arranges what a snapshot has in a locale for building pages; `undefined` while it holds no site in it.
 * @param snapshot For another locale than the default, what is published in that one.
 */
export function buildCatalogue(snapshot: Snapshot, options: BuildOptions, locale: Locale = DEFAULT_LOCALE): Catalogue | undefined {
  const site = findSite(snapshot, options.site, locale);
  if (!site) return undefined;
  const here = ({ data }: EntryOf<'column' | 'agency'>) => data.site.documentId === site.documentId;
  const agencies = inLocale(snapshot, 'agency', locale).filter(here).sort(byOrder);
  const figures = [...inLocale(snapshot, 'case-figures', locale)].sort((a, b) =>
    compareText(b.data.month, a.data.month),
  );
  const letters = [...inLocale(snapshot, 'letter', locale)].sort((a, b) => byPublication(b, a));
  const entries = inLocale(snapshot, 'column', locale).filter(here).sort(byOrder);
  const placed = placeDocuments(snapshot, site, new Set(entries.map(({ documentId }) => documentId)), options.today);
  const nodes = buildNodes(entries, placed);
  const roots = [...nodes.values()].filter((node) => !node.parent);
  const columns: ColumnNode[] = [];
  const keep = (node: ColumnNode): boolean => {
    const at = columns.push(node) - 1;
    node.children = node.children.filter(keep);
    node.newest = [node.documents.slice(-NEWEST), ...node.children.map(({ newest }) => newest)]
      .flat()
      .sort((a, b) => byPublication(b, a))
      .slice(0, NEWEST);
    const { kind, audience } = node.entry.data;
    const shown =
      node.newest.length > 0 ||
      node.children.length > 0 ||
      kind === 'letters' ||
      (kind === 'catalogue' && placed.some((part) => listedIn(part).length > 0)) ||
      (kind === 'supervision' && figures.length > 0) ||
      (kind === 'audience' && placed.some((part) => writtenFor(part, audience).length > 0)) ||
      (kind === 'agencies' && agencies.length > 0);
    if (!shown) columns.splice(at, 1);
    return shown;
  };
  return {
    locale,
    snapshot,
    other: undefined,
    today: options.today,
    site,
    group: [site],
    serverSearch: options.serverSearch === true,
    roots: roots.filter(keep),
    columns,
    placed,
    documents: joined(placed.map(({ documents }) => documents)),
    ofType: (type) => joined(placed.map(({ byType }) => byType.get(type) ?? [])) as readonly unknown[] as never,
    column: (id) => (id === undefined ? undefined : nodes.get(id)),
    agencies,
    letters,
    figures,
  };
}

function buildNodes(entries: readonly EntryOf<'column'>[], placed: readonly Placed[]): Map<string, ColumnNode> {
  const nodes = new Map<string, ColumnNode>();
  for (const entry of entries) {
    const { documentId: id } = entry;
    const documents = joined(placed.map(({ byColumn }) => byColumn.get(id) ?? []));
    const ofType: ColumnNode['ofType'] = (type) => joined(placed.map((part) => ofTypeIn(part, id, type))) as readonly unknown[] as never;
    nodes.set(id, { entry, path: '', parent: undefined, children: [], documents, ofType, newest: [] });
  }
  for (const node of nodes.values()) {
    node.parent = nodes.get(node.entry.data.parent?.documentId ?? '');
    node.parent?.children.push(node);
  }
  const pathOf = (node: ColumnNode): string =>
    (node.path ||= node.entry.data.path ?? `${node.parent ? pathOf(node.parent) : '/'}${node.entry.data.slug}/`);
  for (const node of nodes.values()) pathOf(node);
  return nodes;
}

/** Documents of one type in a column and everything below it, oldest first. */
export function documentsBelow<T extends DocumentType>(node: ColumnNode, type: T): EntryOf<T>[] {
  const found = new Map<string, EntryOf<T>>();
  const walk = ({ ofType, children }: ColumnNode): void => {
    for (const entry of ofType(type)) found.set(entry.documentId, entry);
    children.forEach(walk);
  };
  walk(node);
  return [...found.values()].sort(byPublication as (a: unknown, b: unknown) => number);
}
