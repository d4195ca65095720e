import { errors } from '@strapi/utils';

import { AddressTaken, claimAddress, findByDocument, findByPath } from './address-book.ts';
import type { Change } from './changes.ts';
import { type ColumnNode, planColumnPaths } from './column-paths.ts';
import type { Row, Sql } from './database.ts';
import { feedLocale, type PortalType } from './portal-types.ts';
import { groupBy, loadDraftTargets, loadPublishedTargets } from './reference-store.ts';

/**
 * Keeps the path of every column in step with the tree of columns, after anything happened to one of them: drafts,
 * published rows and everything below. Columns are few, so the whole tree is worked out each time.
 *
 * @returns What readers of the feed have to learn of: columns whose published path changed, and their old addresses.
 * @throws {errors.ValidationError} When a path is reserved, taken, or the tree bites its tail.
 */
export async function settleColumnPaths(sql: Sql, column: PortalType, now: Date): Promise<Change[]> {
  const nodes = await loadNodes(sql, column);
  const plan = planColumnPaths(nodes);
  if (plan.kind === 'conflict') throw new errors.ValidationError(plan.message);

  const moved = nodes.filter((node) => node.path !== plan.paths.get(node.id));
  await refuseTaken(
    sql,
    column,
    moved.map((node) => ({ node, path: plan.paths.get(node.id)! })),
  );
  const changes: Change[] = [];
  for (const node of moved) {
    await sql(column.table)
      .where({ id: node.id })
      .update({ path: plan.paths.get(node.id)! });
    if (node.isPublished)
      changes.push({
        kind: 'upsert',
        type: column.name,
        documentId: node.documentId,
        locale: node.locale,
        title: node.title,
      });
  }
  for (const node of nodes.filter(({ isPublished }) => isPublished)) {
    changes.push(...(await claimColumn(sql, column, node, plan.paths.get(node.id)!, now)));
  }
  return changes;
}

async function claimColumn(sql: Sql, column: PortalType, node: ColumnNode, path: string, now: Date): Promise<Change[]> {
  const { documentId, locale, title, site } = node;
  const all = await findByDocument(sql, column.name, [documentId]);
  const own = all.filter((row) => row.locale === locale);
  const current = own.find((row) => row.path === path && (row.site === (site ?? '') || row.site === ''));
  if (current?.state === 'live' && current.title === title && own.length === 1) return [];
  try {
    return await claimAddress(sql, { type: column.name, documentId, locale, path, site, title }, own, now);
  } catch (error) {
    if (error instanceof AddressTaken) throw taken(path, error.holder.title);
    throw error;
  }
}

/** A path that another document has or had is refused while it is still a draft, not when it is published. */
async function refuseTaken(
  sql: Sql,
  column: PortalType,
  wanted: readonly { node: ColumnNode; path: string }[],
): Promise<void> {
  for (const [site, group] of groupBy(wanted, ({ node }) => node.site ?? '')) {
    const holders = await findByPath(
      sql,
      site,
      group.map(({ path }) => path),
    );
    for (const { node, path } of group) {
      const holder = holders.get(path);
      if (holder && (holder.type !== column.name || holder.documentId !== node.documentId))
        throw taken(path, holder.title);
    }
  }
}

function taken(path: string, title: string | undefined): Error {
  const owner = title ? `“${title}”` : '别的内容';
  return new errors.ValidationError(
    `网址“${path}”已经给过${owner}。网址给出后永远有效，不能再给别人，请换一个网址名。`,
  );
}

async function loadNodes(sql: Sql, column: PortalType): Promise<ColumnNode[]> {
  const rows: Row[] = await sql(column.table)
    .select('id', 'document_id', 'locale', 'published_at', 'title', 'slug', 'path')
    .orderBy('id');
  const [draftParents, publishedParents] = [
    await loadDraftTargets(sql, column, 'parent'),
    await loadPublishedTargets(sql, column, 'parent'),
  ];
  const [draftSites, publishedSites] = [
    await loadDraftTargets(sql, column, 'site'),
    await loadPublishedTargets(sql, column, 'site'),
  ];
  return rows.map((row) => {
    const documentId = String(row.document_id);
    const locale = feedLocale(column, row.locale);
    const isPublished = row.published_at !== null;
    return {
      id: Number(row.id),
      documentId,
      locale,
      isPublished,
      title: String(row.title ?? ''),
      slug: row.slug as string | null,
      path: row.path as string | null,
      parent: isPublished ? publishedParents.get(`${documentId}:${locale}`) : draftParents.get(Number(row.id)),
      site: isPublished ? publishedSites.get(`${documentId}:${locale}`) : draftSites.get(Number(row.id)),
    };
  });
}
