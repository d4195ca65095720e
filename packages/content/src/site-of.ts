import { DEFAULT_LOCALE, type Ref } from './entry.ts';
import type { Snapshot } from './snapshot.ts';
import type { AnyEntry, EntryOf } from './types.ts';

interface Placed {
  site?: Ref | undefined;
  column?: Ref | undefined;
  agency?: Ref | undefined;
}

/**
 * Puts sites in order: that with the lowest 网站标识码 first, which begins with the code of its administrative division.
 * The first is the main site, until a publisher has chosen one: it keeps its choice and tells the CMS with each
 * acknowledgement.
 */
export function compareSites(a: { documentId: string; siteCode: string }, b: { documentId: string; siteCode: string }): number {
  return `${a.siteCode} ${a.documentId}` < `${b.siteCode} ${b.documentId}` ? -1 : 1;
}

/** Published sites, the main one first. */
export function sitesOf(snapshot: Snapshot): EntryOf<'site'>[] {
  const key = ({ documentId, data: { siteCode } }: EntryOf<'site'>) => ({ documentId, siteCode });
  return snapshot
    .all('site')
    .filter(({ locale }) => locale === DEFAULT_LOCALE)
    .sort((a, b) => compareSites(key(a), key(b)));
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
