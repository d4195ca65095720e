import type { Core } from '@strapi/strapi';

import { listBroughtIn } from './relation-input.ts';
import { draftOf, type StoredVersion } from './versions.ts';

const COLUMN = 'api::column.column';

interface Attribute {
  type: string;
  target?: string;
  pluginOptions?: { editor?: { label?: string } };
}
interface Row {
  documentId: string;
  title: string;
}

/** A write, as far as it names columns. */
interface Naming {
  uid: string;
  data: Record<string, unknown>;
  locale: string;
  action: string;
  versions: readonly StoredVersion[];
}

/** A column a write puts a document in, beside the one that gives it its address. */
export interface NamedColumn {
  /** The field, as people know it. */
  label: string;
  documentId: string;
}

const attributesOf = (strapi: Core.Strapi, uid: string) => (strapi.getModel(uid as never) as unknown as { attributes: Record<string, Attribute> }).attributes;

/** The name of a field, as people know it. */
export const labelOf = (strapi: Core.Strapi, uid: string, name: string): string => attributesOf(strapi, uid)[name]?.pluginOptions?.editor?.label ?? name;

/** Lists the columns a write shows a document in that it is not shown in yet. */
export async function listNewColumns(strapi: Core.Strapi, { uid, data, locale, action, versions }: Naming): Promise<NamedColumn[]> {
  const found: NamedColumn[] = [];
  for (const [name, { type, target }] of Object.entries(attributesOf(strapi, uid))) {
    if (type !== 'relation' || target !== COLUMN || name === 'column') continue;
    const { documentIds, ids } = listBroughtIn(data[name]);
    if (documentIds.length + ids.length === 0) continue;
    const rows = (await strapi.db.query(COLUMN).findMany({ where: { $or: [{ documentId: { $in: documentIds } }, { id: { $in: ids } }] }, select: ['documentId'] })) as Row[];
    const draft = action === 'update' ? draftOf(versions, locale) : undefined;
    const kept = draft ? ((await strapi.db.query(uid as never).load({ id: draft.id } as never, name as never, { select: ['documentId'] } as never)) as unknown as Row[]) : [];
    const isKept = ({ documentId }: Row) => kept.some((row) => row.documentId === documentId);
    const added = new Set(rows.filter((row) => !isKept(row)).map(({ documentId }) => documentId));
    found.push(...[...added].map((documentId) => ({ label: labelOf(strapi, uid, name), documentId })));
  }
  return found;
}

/** What a column is called. */
export async function titleOfColumn(strapi: Core.Strapi, documentId: string): Promise<string> {
  const row = (await strapi.db.query(COLUMN).findOne({ where: { documentId }, select: ['title'] })) as Row | null;
  return row?.title ?? '';
}
