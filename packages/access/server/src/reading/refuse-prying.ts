import { errors } from '@strapi/utils';

import { placementOf } from '../grants/area-condition.ts';

interface Attribute {
  type: string;
  target?: string;
  component?: string;
}
interface Schema {
  uid: string;
  attributes: Record<string, Attribute>;
}
type GetSchema = (uid: string) => Schema | undefined;

/** Of what a document points to, only its identity may be asked for. */
const IDENTITY = ['id', 'documentId', 'locale'];
/** Who belongs to an agency is not to be found out by asking. */
const CONFIDENTIAL = new Map([['api::agency.agency', ['members']]]);

function check(path: readonly string[], schema: Schema, getSchema: GetSchema): void {
  let current: Schema | undefined = schema;
  let isForeign = false;
  for (const name of path) {
    if (!current) return;
    if (isForeign && !IDENTITY.includes(name)) throw new errors.ValidationError('不能按所引用内容的字段筛选或排序，那些内容可能属于其他机构。');
    if (CONFIDENTIAL.get(current.uid)?.includes(name)) throw new errors.ValidationError('不能按机构的成员筛选或排序。');
    const attribute: Attribute | undefined = current.attributes[name];
    current = attribute && getSchema(attribute.target ?? attribute.component ?? '');
    if (attribute?.type === 'relation') isForeign = placementOf(current) === 'document';
  }
}

/** Every path of attributes in a filter, whatever operators stand between them. */
function listPaths(filter: unknown, path: readonly string[] = []): string[][] {
  if (Array.isArray(filter)) return filter.flatMap((item) => listPaths(item, path));
  if (typeof filter !== 'object' || filter === null) return [[...path]];
  return Object.entries(filter).flatMap(([key, value]) => listPaths(value, key.startsWith('$') || /^\d+$/.test(key) ? path : [...path, ...key.split('.')]));
}

const listSorts = (sort: unknown): string[][] =>
  typeof sort === 'string' ? sort.split(',').map((part) => part.trim().split(':')[0]!.split('.')) : Array.isArray(sort) ? sort.flatMap(listSorts) : listPaths(sort);

/**
 * Refuses to filter or sort by fields of documents that others are pointed to by: whether anything is found tells what
 * the draft of another agency says.
 *
 * @throws {errors.ValidationError} When a query asks for more than the identity of a related document.
 */
export function refusePrying(query: { filters?: unknown; sort?: unknown }, schema: Schema, getSchema: GetSchema): void {
  for (const path of [...listPaths(query.filters ?? []), ...listSorts(query.sort ?? [])]) check(path, schema, getSchema);
}
