import type { Core } from '@strapi/strapi';

import type { Content, FileShown, Place, TargetShown } from './content.ts';
import { type Field, isLocalised } from './shape.ts';

/** What the document service takes to make a draft say what a version said. */
export interface Restoration {
  data: Record<string, unknown>;
  /** What cannot come back because it is gone, in words. */
  missing: string[];
}

/**
 * Turns a kept content into data for an update. Fields the version does not have are emptied; targets and files that no
 * longer exist are left out and named.
 */
export async function prepareRestoration(strapi: Core.Strapi, place: Place, fields: readonly Field[], content: Content): Promise<Restoration> {
  const missing: string[] = [];
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    data[field.name] = await restoreValue(strapi, place, field, content[field.name], missing);
  }
  return { data, missing };
}

async function restoreValue(strapi: Core.Strapi, place: Place, field: Field, value: unknown, missing: string[]): Promise<unknown> {
  const list = value === undefined ? [] : field.many ? (value as unknown[]) : [value];
  switch (field.kind) {
    case 'relation':
      return { set: await findTargets(strapi, place, field, list as TargetShown[], missing) };
    case 'media': {
      const ids = await findFiles(strapi, field, list as FileShown[], missing);
      return field.many ? ids : (ids[0] ?? null);
    }
    case 'component': {
      const items: Record<string, unknown>[] = [];
      for (const item of list) items.push(await restoreComponent(strapi, place, field.fields!, item as Content, missing));
      return field.many ? items : (items[0] ?? null);
    }
    case 'choices':
      return value ?? [];
    default:
      return value ?? null;
  }
}

async function restoreComponent(strapi: Core.Strapi, place: Place, fields: readonly Field[], content: Content, missing: string[]) {
  const data: Record<string, unknown> = {};
  for (const field of fields) data[field.name] = await restoreValue(strapi, place, field, content[field.name], missing);
  return data;
}

async function findTargets(strapi: Core.Strapi, { locale }: Place, { label, target }: Field, wanted: readonly TargetShown[], missing: string[]) {
  if (wanted.length === 0) return [];
  const where = { documentId: { $in: wanted.map(({ id }) => id) }, ...(isLocalised(strapi, target!.uid) ? { locale } : {}) };
  const rows = (await strapi.db.query(target!.uid).findMany({ where, select: ['documentId'] })) as { documentId: string }[];
  const there = new Set(rows.map(({ documentId }) => documentId));
  for (const { id, title } of wanted) if (!there.has(id)) missing.push(`“${label}”里的《${title}》已经不在了`);
  return wanted.filter(({ id }) => there.has(id)).map(({ id }) => ({ documentId: id }));
}

async function findFiles(strapi: Core.Strapi, { label }: Field, wanted: readonly FileShown[], missing: string[]): Promise<number[]> {
  if (wanted.length === 0) return [];
  const where = { documentId: { $in: wanted.map(({ id }) => id) } };
  const rows = (await strapi.db.query('plugin::upload.file').findMany({ where, select: ['id', 'documentId'] })) as { id: number; documentId: string }[];
  const ids = new Map(rows.map(({ id, documentId }) => [documentId, id]));
  for (const { id, name } of wanted) if (!ids.has(id)) missing.push(`“${label}”里的文件“${name}”已经从媒体库删掉`);
  return wanted.flatMap(({ id }) => ids.get(id) ?? []);
}
