import type { Core } from '@strapi/strapi';

import type { TargetState } from '../checks/links.ts';
import { keyOf } from '../editions/document.ts';
import { findOpen } from '../editions/edition-store.ts';
import { findPlan } from '../schedule/plans.ts';
import { onConnection } from '../store/connection.ts';

interface Row {
  documentId: string;
  title?: string;
  publishedAt: string | Date | null;
  firstPublishedAt?: string | Date | null;
}
type Target = TargetState & { title?: string };
const REFERENCE = /^entry:([a-z-]+)\/([a-z0-9]+)$/;

/** Finds what the references of a document name, and whether visitors can see it. */
export async function findTargets(strapi: Core.Strapi, references: readonly string[]): Promise<Map<string, Target>> {
  const found = new Map<string, Target>();
  const all = [...new Set(references)].flatMap((reference) => {
    const [, name, documentId] = REFERENCE.exec(reference) ?? [];
    return name && documentId ? [{ reference, name, documentId }] : [];
  });
  for (const name of new Set(all.map((one) => one.name))) {
    const named = all.filter((one) => one.name === name);
    const uid = `api::${name}.${name}`;
    const model = strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as { attributes: object } | undefined;
    if (!model) continue;
    const rows = (await strapi.db.query(uid as never).findMany({
      where: { documentId: { $in: named.map(({ documentId }) => documentId) } },
      select: ['documentId', 'title', 'publishedAt', 'firstPublishedAt'].filter((field) => field === 'documentId' || field in model.attributes || field === 'publishedAt'),
    } as never)) as unknown as Row[];
    for (const { reference, documentId } of named) {
      const own = rows.filter((row) => row.documentId === documentId);
      if (own.length > 0) found.set(reference, await stateOf(strapi, uid, own));
    }
  }
  return found;
}

async function stateOf(strapi: Core.Strapi, uid: string, rows: readonly Row[]): Promise<Target> {
  const title = rows[0]!.title ? { title: rows[0]!.title } : {};
  if (rows.some(({ publishedAt }) => publishedAt !== null)) return { kind: 'published', ...title };
  const at = await dueOf(strapi, uid, rows[0]!.documentId);
  if (at) return { kind: 'scheduled', at, ...title };
  return { kind: rows.some(({ firstPublishedAt }) => firstPublishedAt) ? 'withdrawn' : 'draft', ...title };
}

/** When a document that is signed goes live, if that is settled. @returns ISO 8601. */
export async function dueOf(strapi: Core.Strapi, uid: string, documentId: string | undefined): Promise<string | undefined> {
  if (!documentId) return undefined;
  return (await onConnection(strapi, (sql) => findPlan(sql, keyOf(strapi, uid, documentId), 'publish')))?.at;
}

/** The same for a document that is still under way: the time its people wish for. */
export async function wishedFor(strapi: Core.Strapi, uid: string, documentId: string | undefined, locale?: string): Promise<string | undefined> {
  const due = await dueOf(strapi, uid, documentId);
  if (due || !documentId) return due;
  return (await onConnection(strapi, (sql) => findOpen(sql, keyOf(strapi, uid, documentId, locale))))?.publishAt ?? undefined;
}
