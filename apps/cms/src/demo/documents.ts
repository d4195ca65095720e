import type { Core } from '@strapi/strapi';

import { DOCUMENT_KINDS, type DemoCity, type DemoDocument, type DocumentKind } from './city';
import { fieldsOf, type References } from './fields';
import { instantOf, publicIdOf } from './identities';
import type { Progress } from './progress';

/** The languages of the demo city. */
export type Locale = 'zh-Hans' | 'en';

/** What editors call a kind. */
const labelOf = (strapi: Core.Strapi, kind: DocumentKind) => strapi.contentType(uidOf(kind) as never).info.displayName;

/** The document service without the types of one content type. */
export interface Documents {
  create(params: { data: object }): Promise<{ documentId: string }>;
  update(params: { documentId: string; locale?: string; data: object }): Promise<unknown>;
  publish(params: { documentId: string; locale?: string }): Promise<unknown>;
}

/** uid of a content type of this app. */
export const uidOf = (kind: string) => `api::${kind}.${kind}`;
export const documentsOf = (strapi: Core.Strapi, kind: string) => strapi.documents(uidOf(kind) as never) as unknown as Documents;
const rowsOf = (strapi: Core.Strapi, kind: string) => strapi.db.query(uidOf(kind) as never);

/** Key of a document among all kinds. */
export const keyOf = (kind: string, key: string) => `${kind}/${key}`;

/**
 * First pass: a draft for every document with its title and the facts of its publication, so that all of them can
 * point to each other. @returns Their documentIds by `kind/key`.
 */
export async function createDrafts(strapi: Core.Strapi, { documents }: Pick<DemoCity, 'documents'>, progress: Progress): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const kind of DOCUMENT_KINDS) {
    const rows = await rowsOf(strapi, kind).findMany({ select: ['documentId', 'publicId'], where: { publishedAt: null } });
    const lists = emptyLists(strapi, kind);
    const existing = new Map(rows.map((row: { publicId: string; documentId: string }) => [row.publicId, row.documentId]));
    for (const [index, document] of documents[kind].entries()) {
      const facts = factsOf(kind, document);
      const create = async () => (await documentsOf(strapi, kind).create({ data: { ...lists, ...facts } })).documentId;
      ids.set(keyOf(kind, document.key), existing.get(facts.publicId) ?? (await create()));
      progress.step(`${labelOf(strapi, kind)}草稿`, index + 1, documents[kind].length);
    }
  }
  return ids;
}

/** What settles the address of a document, and its title. */
export const factsOf = (kind: DocumentKind, { key, title, published }: DemoDocument) => ({
  title,
  publicId: publicIdOf(kind, key),
  publishedOn: published.slice(0, 10),
  firstPublishedAt: instantOf(published),
});

/** The lists of components a type requires, empty: Strapi wants them even of a draft. */
export function emptyLists(strapi: Core.Strapi, kind: DocumentKind): Record<string, never[]> {
  const attributes = Object.entries(strapi.contentType(uidOf(kind) as never).attributes as Record<string, { type: string; required?: boolean; repeatable?: boolean }>);
  return Object.fromEntries(attributes.filter(([, { type, required, repeatable }]) => type === 'component' && required && repeatable).map(([name]) => [name, []]));
}

/** Second pass: everything a document has, with its links, and its publication. What is published already is left alone. */
export async function fillAndPublish(strapi: Core.Strapi, { documents }: Pick<DemoCity, 'documents'>, references: References, progress: Progress): Promise<void> {
  for (const kind of DOCUMENT_KINDS) {
    const published = await listPublished(strapi, kind);
    for (const [index, document] of documents[kind].entries()) {
      const documentId = references.documentId(kind, document.key);
      if (!published.has(documentId)) await fillOne(strapi, kind, document, { documentId, references });
      progress.step(labelOf(strapi, kind), index + 1, documents[kind].length);
    }
  }
}

async function fillOne(strapi: Core.Strapi, kind: DocumentKind, document: DemoDocument, { documentId, references }: { documentId: string; references: References }): Promise<void> {
  const data = await fieldsOf(kind, document, references);
  await documentsOf(strapi, kind).update({ documentId, data });
  await documentsOf(strapi, kind).publish({ documentId });
}

/** Types without languages have no locale. */
const inLocale = (locale: Locale) => ({ $or: [{ locale }, { locale: null }] });

/** documentIds of what is published of a kind in a language. */
export async function listPublished(strapi: Core.Strapi, kind: string, locale: Locale = 'zh-Hans'): Promise<Set<string>> {
  const rows = await rowsOf(strapi, kind).findMany({ select: ['documentId'], where: { publishedAt: { $notNull: true }, ...inLocale(locale) } });
  return new Set(rows.map(({ documentId }: { documentId: string }) => documentId));
}

/** The address a document was given in a language. @throws {Error} When it has none yet. */
export async function findPath(strapi: Core.Strapi, kind: string, documentId: string, locale: Locale = 'zh-Hans'): Promise<string> {
  const row = await rowsOf(strapi, kind).findOne({ select: ['path'], where: { documentId, publishedAt: { $notNull: true }, ...inLocale(locale) } });
  if (!row?.path) throw new Error(`The demo city links to ${kind} ${documentId}, which has no address yet`);
  return row.path as string;
}
