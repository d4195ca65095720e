import { errors } from '@strapi/utils';

import type { Row, Sql } from './database.ts';
import { findTypeByName, type PortalType, type PortalTypes } from './portal-types.ts';
import { titleOf } from './stamps.ts';

/**
 * Refuses to delete what published documents cannot be without: their column, agency or site, and the column that
 * other columns stand below. Withdrawing it is allowed; it can come back.
 *
 * @throws {errors.ValidationError} Naming one of them, and what to do.
 */
export async function refuseWhileNeeded(sql: Sql, types: PortalTypes, type: PortalType, document: Row): Promise<void> {
  const rows: Row[] = await sql('feed_references')
    .where({ target_type: type.name, target_id: document.document_id as string })
    .whereNot('document_id', document.document_id as string)
    .select('type', 'document_id', 'attribute');
  const needing = rows.filter((row) => isNeeded(types, row));
  if (needing.length === 0) return;

  const documents = new Set(needing.map((row) => `${row.type as string}:${row.document_id as string}`));
  const example = await findTitle(sql, types, needing[0]!);
  const named = example ? `，例如“${example}”` : '';
  throw new errors.ValidationError(
    `“${titleOf(type, document) ?? ''}”还有 ${documents.size} 项已发布的内容在使用${named}，不能删除。请先把它们移到别处或撤下。`,
  );
}

function isNeeded(types: PortalTypes, { type, attribute }: Row): boolean {
  const relation = findTypeByName(types, String(type))?.relations.find((one) => one.attribute === attribute);
  return relation?.required === true || (type === 'column' && attribute === 'parent');
}

async function findTitle(sql: Sql, types: PortalTypes, { type: name, document_id }: Row): Promise<string | undefined> {
  const type = findTypeByName(types, String(name))!;
  const row: Row | undefined = await sql(type.table)
    .where({ document_id: document_id as string })
    .first();
  return row && titleOf(type, row);
}
