import type { Core } from '@strapi/strapi';

import { type DocumentKey, rowWhere } from './document.ts';

interface Attribute {
  type: string;
  component?: string;
  components?: string[];
  target?: string;
  mappedBy?: string;
}
type Content = Record<string, unknown>;
type Populate = Record<string, unknown>;

/** Of the database or of publication, not of the text: what nobody writes. */
const NOT_WRITTEN = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
  'path',
  'publicId',
  'firstPublishedAt',
  'withdrawalReason',
  'changeNotes',
]);

/**
 * Loads what people wrote of a document: every attribute with its components, relations by documentId and files by
 * identity; nothing that publication itself sets. Undefined when there is no such draft or published version.
 */
export async function loadContent(
  strapi: Core.Strapi,
  key: DocumentKey,
  status: 'draft' | 'published',
): Promise<Content | undefined> {
  return (await loadVersion(strapi, key, status))?.content;
}

/** The same with the row it stands in and who wrote it. */
export async function loadVersion(
  strapi: Core.Strapi,
  key: DocumentKey,
  status: 'draft' | 'published',
): Promise<{ content: Content; row: Content } | undefined> {
  const people = { createdBy: { select: ['id'] }, updatedBy: { select: ['id'] } };
  const row = (await strapi.db.query(key.uid as never).findOne({
    where: rowWhere(strapi, key, status),
    populate: { ...populateOf(strapi, key.uid), ...(status === 'draft' && people) },
  } as never)) as Content | null;
  return row ? { content: contentOf(strapi, key.uid, row), row } : undefined;
}

const attributesOf = (strapi: Core.Strapi, uid: string) =>
  (strapi.getModel(uid as never) as unknown as { attributes: Record<string, Attribute> }).attributes;

const populates = new Map<string, Populate>();

function populateOf(strapi: Core.Strapi, uid: string): Populate {
  const known = populates.get(uid);
  if (known) return known;
  const populate: Populate = {};
  for (const [name, { type, component }] of Object.entries(attributesOf(strapi, uid))) {
    if (NOT_WRITTEN.has(name)) continue;
    if (type === 'relation') populate[name] = { select: ['documentId'] };
    if (type === 'media') populate[name] = { select: ['documentId'] };
    if (type === 'component') populate[name] = { populate: populateOf(strapi, component!) };
    if (type === 'dynamiczone') throw new Error(`${uid}.${name}: dynamic zones are not reviewed yet`);
  }
  populates.set(uid, populate);
  return populate;
}

function contentOf(strapi: Core.Strapi, uid: string, row: Content): Content {
  const content: Content = {};
  for (const [name, attribute] of Object.entries(attributesOf(strapi, uid))) {
    if (NOT_WRITTEN.has(name)) continue;
    content[name] = valueOf(strapi, attribute, row[name]);
  }
  return content;
}

function valueOf(strapi: Core.Strapi, { type, component, mappedBy }: Attribute, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const each = (one: (item: Content) => unknown) => (Array.isArray(value) ? value.map(one) : one(value as Content));
  if (type === 'component') return each((item) => contentOf(strapi, component!, item));
  if (type === 'relation') {
    const ids = each(({ documentId }) => documentId);
    // The order on the other side is nobody's choice.
    return mappedBy && Array.isArray(ids) ? [...ids].sort() : ids;
  }
  if (type === 'media') return each(({ documentId }) => documentId);
  if (type === 'datetime') return new Date(value as string).toISOString();
  if (type === 'date') return String(value).slice(0, 10);
  if (type === 'decimal' || type === 'float' || type === 'biginteger') return Number(value);
  return value;
}
