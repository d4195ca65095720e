import type { Core } from '@strapi/strapi';

import { nameOfUser } from '../actor.ts';
import type { State } from '../difference.ts';

interface Attribute {
  type: string;
  target?: string;
}
interface ContentType {
  uid: string;
  attributes: Record<string, Attribute>;
}
type Row = Record<string, unknown> & { id: number; documentId?: string };

/** What Strapi keeps for itself in every row. */
const OWN = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'locale', 'localizations', 'publishedAt']);
const NESTED = new Set(['relation', 'media', 'component', 'dynamiczone']);

const typeOf = (strapi: Core.Strapi, uid: string) => strapi.contentType(uid as never) as unknown as ContentType;

function populateOf(type: ContentType, names: readonly string[]): Record<string, true> {
  const nested = names.filter((name) => !OWN.has(name) && NESTED.has(type.attributes[name]?.type ?? ''));
  return Object.fromEntries(nested.map((name) => [name, true]));
}

/** Names what a row points to, since row ids change with each publication. */
function nameOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameOf);
  if (value === null || typeof value !== 'object') return value;
  const { documentId, title, name, email, firstname, lastname } = value as Record<string, string | undefined>;
  if (email !== undefined) return nameOfUser({ id: 0, email, firstname: firstname ?? null, lastname: lastname ?? null });
  return [title ?? name, documentId && !name ? `（${documentId}）` : ''].join('') || documentId;
}

/** A component's fields, without the ids of its rows: they are new with each save. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (key === 'id' ? [] : [[key, withoutIds(item)]])));
}

function stateOf(type: ContentType, row: Row): State {
  const fields = Object.entries(row).filter(([name]) => !OWN.has(name) && name in type.attributes);
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const { type: kind } = type.attributes[name]!;
      if (kind === 'relation' || kind === 'media') return [name, nameOf(value)];
      return [name, NESTED.has(kind) ? withoutIds(value) : value];
    }),
  );
}

/** A document as it lies in the database. */
export interface Loaded {
  state: State;
  title: string | undefined;
  locale: string | null;
  publishedAt: string | null;
}

/**
 * Loads a document's row.
 * @param names Fields besides the plain ones that are wanted: relations and components cost a query each.
 */
export async function loadDocument(
  strapi: Core.Strapi,
  uid: string,
  { documentId, locale, isPublished, names = [] }: { documentId: string; locale?: string | undefined; isPublished: boolean; names?: readonly string[] },
): Promise<Loaded | undefined> {
  const type = typeOf(strapi, uid);
  const where = { documentId, ...(locale ? { locale } : {}), publishedAt: isPublished ? { $ne: null } : null };
  const row = (await strapi.db.query(uid as never).findOne({ where, populate: populateOf(type, names) })) as Row | null;
  if (!row) return undefined;
  const title = row.title ?? row.name;
  const publishedAt = row.publishedAt ? new Date(row.publishedAt as string).toISOString() : null;
  return { state: stateOf(type, row), title: title === undefined || title === null ? undefined : String(title), locale: (row.locale as string | null) ?? null, publishedAt };
}
