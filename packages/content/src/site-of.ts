import { DEFAULT_LOCALE, type Ref } from './entry.ts';
import type { Snapshot } from './snapshot.ts';
import type { AnyEntry, EntryOf } from './types.ts';

interface Placed {
  site?: Ref | undefined;
  column?: Ref | undefined;
  agency?: Ref | undefined;
}

/** Published sites, the one with the lowest 网站标识码 first: it begins with the code of its administrative division. */
export function sitesOf(snapshot: Snapshot): EntryOf<'site'>[] {
  const key = ({ documentId, data }: EntryOf<'site'>) => `${data.siteCode} ${documentId}`;
  return snapshot
    .all('site')
    .filter(({ locale }) => locale === DEFAULT_LOCALE)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * The site whose page a document has (documentId): that of its column, or else of its agency. `undefined` for what
 * belongs to no site in particular, and while its column and agency are not published.
 */
export function siteOf(snapshot: Snapshot, { type, documentId, data }: AnyEntry): string | undefined {
  if (type === 'site') return documentId;
  const { site, column, agency } = data as Placed;
  if (site) return site.documentId;
  const place = (column && snapshot.find('column', column.documentId)) ?? (agency && snapshot.find('agency', agency.documentId));
  return place?.data.site.documentId;
}
