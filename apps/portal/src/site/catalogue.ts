import {
  DEFAULT_LOCALE,
  isOver,
  type AnyEntry,
  type BuildOptions,
  type EntryOf,
  type Locale,
  type Snapshot,
  type TypeName,
} from '@mingchuang/content';

import { mergeSorted } from './merge-sorted.ts';

/** The types that live in a column and have a dated page there. */
export const DOCUMENT_TYPES = [
  'article',
  'policy-document',
  'interpretation',
  'service-item',
  'faq',
  'journey',
  'disclosure-page',
  'annual-report',
  'public-notice',
  'power-item',
  'budget',
  'statistic',
  'project',
  'leader',
  'dataset',
  'topic',
  'consultation',
  'survey',
  'interview',
  'supervision-report',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
export type DocumentEntry = { [T in DocumentType]: EntryOf<T> }[DocumentType];

/** A column in its place. */
export interface ColumnNode {
  entry: EntryOf<'column'>;
  path: string;
  parent: ColumnNode | undefined;
  /** Sub-columns that have something to show, in their order. */
  children: ColumnNode[];
  /** Documents listed here, oldest first; those of other columns that are also shown here included. */
  documents: DocumentEntry[];
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
  /** Every document with a page, oldest first; those whose column is not published included: addresses are permanent. */
  documents: DocumentEntry[];
  /** Of these, those of one type. */
  ofType<T extends DocumentType>(type: T): readonly EntryOf<T>[];
  /** All that the site shows, oldest first: its own documents, and those of other sites that stand in its columns too. */
  shown: DocumentEntry[];
  /** Notices whose day to go off line has come: their address says so, no list names them. */
  over: DocumentEntry[];
  agencies: EntryOf<'agency'>[];
  letters: EntryOf<'letter'>[];
  /** Latest month first. */
  figures: EntryOf<'case-figures'>[];
}

/** How many documents a landing page can show of one column and what is below it. */
const NEWEST = 8;

/** Order of publication, oldest first; the identity settles ties so that the order never depends on the snapshot's. */
export function byPublication(a: AnyEntry, b: AnyEntry): number {
  const [x, y] = [a.data as Dated, b.data as Dated];
  return (
    compareText(x.publishedOn ?? '', y.publishedOn ?? '') ||
    compareText(x.firstPublishedAt ?? '', y.firstPublishedAt ?? '') ||
    compareText(a.documentId, b.documentId)
  );
}
type Dated = { publishedOn?: string; firstPublishedAt?: string };

/** Order by code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

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
  const nodes = buildNodes(inLocale(snapshot, 'column', locale).filter(here).sort(byOrder));
  const { documents, over, shown, byType } = place(snapshot, nodes, site, options.today);
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
      (kind === 'catalogue' && documents.some(isInStatutoryCatalogue)) ||
      (kind === 'supervision' && figures.length > 0) ||
      (kind === 'audience' && documents.some(({ data }) => isFor(data, audience))) ||
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
    documents,
    ofType: (type) => (byType.get(type) ?? []) as readonly unknown[] as never,
    over,
    shown,
    column: (id) => (id === undefined ? undefined : nodes.get(id)),
    agencies,
    letters,
    figures,
  };
}

/** Documents of any type that are made public by law and carry what the statutory catalogue needs. */
export function isInStatutoryCatalogue({ data }: DocumentEntry): boolean {
  const disclosure = 'disclosure' in data ? data.disclosure : undefined;
  return disclosure !== undefined && (disclosure.openness ?? 'proactive') === 'proactive';
}

const isFor = (data: object, audience: string | undefined) =>
  audience !== undefined && 'audiences' in data && (data.audiences as string[]).includes(audience);

function buildNodes(entries: readonly EntryOf<'column'>[]): Map<string, ColumnNode> {
  const nodes = new Map<string, ColumnNode>();
  for (const entry of entries)
    nodes.set(entry.documentId, { entry, path: '', parent: undefined, children: [], documents: [], newest: [] });
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
  const walk = ({ documents, children }: ColumnNode): void => {
    for (const entry of documents) if (entry.type === type) found.set(entry.documentId, entry as unknown as EntryOf<T>);
    children.forEach(walk);
  };
  walk(node);
  return [...found.values()].sort(byPublication as (a: unknown, b: unknown) => number);
}

/** Puts documents into their columns, oldest first, and gives back those of this site; another site's stand in its own columns. */
function place(snapshot: Snapshot, nodes: ReadonlyMap<string, ColumnNode>, site: EntryOf<'site'>, today: string) {
  const documents: DocumentEntry[] = [];
  const over: DocumentEntry[] = [];
  const shown: DocumentEntry[] = [];
  const byType = new Map<DocumentType, DocumentEntry[]>(DOCUMENT_TYPES.map((type) => [type, []]));
  for (const entry of sortAddressed(snapshot, site)) {
    const node = nodes.get(entry.data.column.documentId);
    const isHere = node || !snapshot.find('column', entry.data.column.documentId);
    if (isOver(entry, today)) {
      if (isHere) over.push(entry);
    } else {
      if (isHere) {
        documents.push(entry);
        byType.get(entry.type)!.push(entry);
      }
      node?.documents.push(entry);
      shown.push(entry);
    }
    if (entry.type === 'article')
      for (const also of entry.data.alsoIn)
        if (also.documentId !== entry.data.column.documentId) nodes.get(also.documentId)?.documents.push(entry);
  }
  return { documents, over, shown, byType };
}

/** The order of last time: what is new is put into it. */
const orders = new WeakMap<EntryOf<'site'>, { found: Set<DocumentEntry>; sorted: readonly DocumentEntry[] }>();

function sortAddressed(snapshot: Snapshot, site: EntryOf<'site'>): readonly DocumentEntry[] {
  const before = orders.get(site) ?? { found: new Set(), sorted: [] };
  const found = new Set<DocumentEntry>();
  const fresh: DocumentEntry[] = [];
  for (const type of DOCUMENT_TYPES)
    for (const entry of snapshot.all(type) as readonly DocumentEntry[])
      if (entry.locale === site.locale && entry.data.path) {
        found.add(entry);
        if (!before.found.has(entry)) fresh.push(entry);
      }
  const isSmaller = found.size < before.found.size + fresh.length;
  const stay = isSmaller ? before.sorted.filter((entry) => found.has(entry)) : before.sorted;
  const sorted = mergeSorted(stay, fresh.sort(byPublication), byPublication);
  orders.set(site, { found, sorted });
  return sorted;
}
