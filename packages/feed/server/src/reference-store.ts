import type { Identity } from './changes.ts';
import { inChunks, insertAll, type Row, type Sql } from './database.ts';
import { feedLocale, type PortalType, type PortalTypes, type RelationShape } from './portal-types.ts';

/**
 * The relations of what is published, kept by identity as they were at publication. Strapi's own links of published
 * rows are lost when a target is withdrawn and stay lost when it returns, so they cannot be trusted.
 */
export interface Reference extends Identity {
  attribute: string;
  position: number;
  targetType: string;
  targetId: string;
}

/** A document being published, with the id of the draft row it is published from. */
export interface PublishedDraft extends Identity {
  draftId: number;
}

/** A link of a draft, by identity. */
export interface Link {
  source: PublishedDraft;
  target: { targetType: string; targetId: string };
  position: number;
}

/** Loads the links that the drafts of some documents have through one relation, each once, in their order. */
export async function loadLinks(
  sql: Sql,
  types: PortalTypes,
  relation: RelationShape,
  published: readonly PublishedDraft[],
): Promise<Link[]> {
  const { table, own, other, order } = relation.link;
  const byDraft = new Map(published.map((document) => [document.draftId, document]));
  const links: Link[] = [];
  for (const part of inChunks([...byDraft.keys()])) {
    const rows: Row[] = await sql(`${table} as link`)
      .join(`${types.get(relation.target)!.table} as target`, 'target.id', `link.${other}`)
      .whereIn(`link.${own}`, part)
      .orderBy([`link.${own}`, ...(order && !relation.mappedBy ? [`link.${order}`] : []), 'link.id'])
      .select(`link.${own} as source`, 'target.document_id as target');
    const seen = new Set<string>();
    for (const row of rows) {
      const key = `${row.source as number}:${row.target as string}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const target = { targetType: relation.targetName, targetId: String(row.target) };
      links.push({ source: byDraft.get(Number(row.source))!, target, position: seen.size });
    }
  }
  return links;
}

/** Loads what some documents point at. */
export async function loadOwn(sql: Sql, type: string, documentIds: readonly string[]): Promise<Reference[]> {
  const found: Reference[] = [];
  for (const part of inChunks(documentIds)) {
    const rows: Row[] = await sql('feed_references')
      .whereIn('document_id', part)
      .where({ type })
      .orderBy(['document_id', 'attribute', 'position', 'id']);
    found.push(...rows.map(readReference));
  }
  return found;
}

/** What every draft of a type points at through a relation that holds one, by row id. */
export async function loadDraftTargets(sql: Sql, type: PortalType, attribute: string): Promise<Map<number, string>> {
  const { targetTable, link } = type.relations.find((one) => one.attribute === attribute)!;
  const { table, own, other } = link;
  const rows: Row[] = await sql(`${table} as link`)
    .join(`${targetTable} as target`, 'target.id', `link.${other}`)
    .select(`link.${own} as source`, 'target.document_id as target');
  return new Map(rows.map((row) => [Number(row.source), String(row.target)]));
}

/** What every published document of a type points at through a relation that holds one, by documentId and locale. */
export async function loadPublishedTargets(
  sql: Sql,
  type: PortalType,
  attribute: string,
): Promise<Map<string, string>> {
  const rows: Row[] = await sql('feed_references').where({ type: type.name, attribute });
  return new Map(rows.map((row) => [`${row.document_id as string}:${row.locale as string}`, String(row.target_id)]));
}

/** Loads what points at some documents. Only through relations that are shown from this side: thousands of documents may point at one agency. */
export async function loadInverse(sql: Sql, type: PortalType, targetIds: readonly string[]): Promise<Reference[]> {
  const found: Reference[] = [];
  for (const { mappedBy, targetName } of type.relations) {
    if (!mappedBy) continue;
    for (const part of inChunks(targetIds)) {
      const rows: Row[] = await sql('feed_references')
        .whereIn('target_id', part)
        .where({ target_type: type.name, type: targetName, attribute: mappedBy })
        .orderBy(['target_id', 'document_id']);
      found.push(...rows.map(readReference));
    }
  }
  return found;
}

/** Removes what some documents point at. */
export async function removeReferences(sql: Sql, documents: readonly Identity[]): Promise<void> {
  for (const [, group] of groupBy(documents, ({ type, locale }) => `${type}:${locale}`)) {
    const { type, locale } = group[0]!;
    for (const part of inChunks(group.map(({ documentId }) => documentId))) {
      await sql('feed_references').whereIn('document_id', part).where({ type, locale }).delete();
    }
  }
}

/** Writes references. */
export async function insertReferences(sql: Sql, references: readonly Reference[]): Promise<void> {
  await insertAll(
    sql,
    'feed_references',
    references.map(({ type, documentId, locale, attribute, position, targetType, targetId }) => ({
      type,
      document_id: documentId,
      locale,
      attribute,
      position,
      target_type: targetType,
      target_id: targetId,
    })),
  );
}

/** The locales that some documents are published in. */
export async function publishedLocales(
  sql: Sql,
  type: PortalType,
  documentIds: readonly string[],
): Promise<Identity[]> {
  const found: Identity[] = [];
  for (const part of inChunks([...new Set(documentIds)])) {
    const rows: Row[] = await sql(type.table)
      .whereIn('document_id', part)
      .whereNotNull('published_at')
      .select('document_id', 'locale');
    found.push(
      ...rows.map((row) => ({
        type: type.name,
        documentId: String(row.document_id),
        locale: feedLocale(type, row.locale),
      })),
    );
  }
  return found;
}

function readReference(row: Row): Reference {
  return {
    type: String(row.type),
    documentId: String(row.document_id),
    locale: String(row.locale),
    attribute: String(row.attribute),
    position: Number(row.position),
    targetType: String(row.target_type),
    targetId: String(row.target_id),
  };
}

/** Groups a list by a key, in the order of the list. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
