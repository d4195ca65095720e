import type { Identity } from './changes.ts';
import type { Row, Sql } from './database.ts';

/**
 * The sites (documentIds) that show a published document: its own, and those of the columns it stands in. Empty for
 * what belongs to no site in particular, or is not published any more.
 */
export async function readSitesOf(sql: Sql, { type, documentId, locale }: Identity): Promise<string[]> {
  if (type === 'site') return [documentId];
  const own = await readTargets(sql, { type, locale, documentIds: [documentId] });
  const idsOf = (targetType: string) => own.filter((row) => row.target_type === targetType).map((row) => String(row.target_id));
  const columns = idsOf('column');
  const place = columns.length > 0 ? { type: 'column', documentIds: columns } : { type: 'agency', documentIds: idsOf('agency') };
  const sites = own.filter((row) => row.attribute === 'site').map((row) => String(row.target_id));
  if (sites.length > 0) return sites;
  const placed = await readTargets(sql, { ...place, locale });
  return [...new Set(placed.filter((row) => row.attribute === 'site').map((row) => String(row.target_id)))];
}

async function readTargets(sql: Sql, { type, locale, documentIds }: { type: string; locale: string; documentIds: string[] }): Promise<Row[]> {
  if (documentIds.length === 0) return [];
  return sql('feed_references').whereIn('document_id', documentIds).where({ type, locale }).select('attribute', 'target_type', 'target_id');
}
