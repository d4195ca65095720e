import { errors } from '@strapi/utils';

import { isPublicId } from './address-plan.ts';
import type { Row } from './database.ts';
import type { PortalType } from './portal-types.ts';

type Data = Record<string, unknown>;

/** Attributes that publication sets and nobody changes afterwards, with their columns. */
const FIXED = [
  { attribute: 'path', column: 'path', same: (given: unknown, stored: unknown) => given === stored },
  { attribute: 'publicId', column: 'public_id', same: (given: unknown, stored: unknown) => given === stored },
  {
    attribute: 'publishedOn',
    column: 'published_on',
    same: (given: unknown, stored: unknown) => String(given).slice(0, 10) === String(stored).slice(0, 10),
  },
  {
    attribute: 'firstPublishedAt',
    column: 'first_published_at',
    same: (given: unknown, stored: unknown) => instant(given) === instant(stored),
  },
] as const;

const instant = (value: unknown) => new Date(value as string | number | Date).getTime();

/** What the database holds of a document that is being changed. */
export interface StoredDocument {
  /** Its draft in the locale being changed, or in another one. */
  draft?: Row | undefined;
  /** Whether `draft` is of the locale being changed. */
  isSameLocale: boolean;
  /** Whether it ever had an address. */
  wasPublished: boolean;
}

/** Data for a new document: no address yet, whatever the caller sends. @throws {errors.ValidationError} */
export function prepareCreation(type: PortalType, data: Data): Data {
  const { path: _path, ...rest } = data;
  if (type.address !== 'column') return type.address ? rest : data;
  if (rest.publicId && !isPublicId(rest.publicId)) {
    throw new errors.ValidationError(`“${type.labels.publicId}”由系统生成，请留空；导入时只能用 8 位小写字母和数字。`);
  }
  return rest;
}

/** Data for a copy: it is another document, so it starts without address and dates. */
export function prepareCopy(type: PortalType, data: Data): Data {
  if (type.address === 'column')
    return { ...data, path: null, publicId: null, publishedOn: null, firstPublishedAt: null, withdrawalReason: null };
  return type.address ? { ...data, path: null } : data;
}

/**
 * Data for a change, without the attributes that are fixed: what is stored stays. Forms send everything they show,
 * so equal and empty values are dropped in silence.
 *
 * @throws {errors.ValidationError} When a fixed attribute of a document that was published is given another value.
 */
export function prepareUpdate(
  type: PortalType,
  data: Data,
  { draft, isSameLocale, wasPublished }: StoredDocument,
): Data {
  if (!type.address) return data;
  const result = { ...data };
  delete result.path;
  if (type.address === 'tree') return result;
  for (const { attribute, column, same } of FIXED) {
    if (!(attribute in data)) continue;
    const [given, stored] = [data[attribute], draft?.[column]];
    const isFixed = wasPublished && stored !== null && stored !== undefined && (attribute !== 'path' || isSameLocale);
    if (isFixed && given !== null && given !== undefined && given !== '' && !same(given, stored)) {
      throw new errors.ValidationError(
        `“${type.labels[attribute]}”一经发布就不能更改，现在是“${show(stored)}”。请恢复原值后再保存。`,
        { attribute },
      );
    }
    // Strapi empties firstPublishedAt on every update that names it.
    if (isFixed || attribute === 'firstPublishedAt') delete result[attribute];
  }
  return result;
}

function show(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
