import type { Core } from '@strapi/strapi';

/** A stored version of a document, with what decides whose it is. */
export interface StoredVersion {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
  agency?: { documentId: string } | null;
  column?: { documentId: string } | null;
  site?: { documentId: string } | null;
}

const PLACES = ['agency', 'column', 'site'];

/** What must be loaded of a document to tell where it belongs. */
export function placesOf(strapi: Core.Strapi, uid: string): Record<string, { select: string[] }> {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, { type: string }> };
  return Object.fromEntries(PLACES.filter((name) => attributes[name]?.type === 'relation').map((name) => [name, { select: ['documentId'] }]));
}

/** Loads every version of a document, of one language or of all. */
export async function loadVersions(strapi: Core.Strapi, uid: string, where: object): Promise<StoredVersion[]> {
  const populate = placesOf(strapi, uid);
  return (await strapi.db.query(uid as never).findMany({ where, populate } as never)) as unknown as StoredVersion[];
}

/** The draft an editor of a language works on, or what there is instead. */
export function draftOf(versions: readonly StoredVersion[], locale: string | null): StoredVersion | undefined {
  const drafts = versions.filter(({ publishedAt }) => publishedAt === null);
  return drafts.find((version) => version.locale === locale) ?? drafts[0] ?? versions[0];
}
