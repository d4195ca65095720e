import { COMPONENT_OPTIONS, REGISTRY, type AnyEntry, type ContentTypeName } from '@mingchuang/content';

/** One value inside an entry and another one it could have. */
export interface Leaf {
  path: (string | number)[];
  value: unknown;
}

const EVERY_OPTION = Object.assign({}, ...Object.values(COMPONENT_OPTIONS)) as Record<string, Record<string, string>>;
const isFile = (value: object) => 'mime' in value && 'version' in value;
const isRef = (value: object) => 'documentId' in value;

/**
 * The values of a field that a page shows by themselves: the field itself, or each part of a component. Of a list only
 * the first, since its others are shown alike.
 */
export function leavesOf(type: ContentTypeName, entry: AnyEntry, field: string): Leaf[] {
  const value = (entry.data as unknown as Record<string, unknown>)[field];
  const options = (REGISTRY[type].options as Record<string, Record<string, string>>)[field];
  return descend([field], value, options);
}

function descend(path: Leaf['path'], value: unknown, options?: Record<string, string>): Leaf[] {
  if (Array.isArray(value)) return value.length > 0 ? descend([...path, 0], value[0], options) : [];
  if (value && typeof value === 'object') {
    if (isFile(value)) return [{ path, value: { ...value, name: `别的.${(value as { name: string }).name.split('.').pop()}`, hash: 'ff'.repeat(16) } }];
    if (isRef(value)) return [{ path, value: { ...value, documentId: 'nothing' } }];
    return Object.entries(value).flatMap(([name, part]) => descend([...path, name], part, EVERY_OPTION[name]));
  }
  return [{ path, value: another(value, options) }];
}

function another(value: unknown, options?: Record<string, string>): unknown {
  if (typeof value === 'number') return value + 3;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') throw new Error(`The example leaves a field empty: ${String(value)}`);
  const keys = Object.keys(options ?? {});
  if (keys.includes(value)) return keys[(keys.indexOf(value) + 1) % keys.length];
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return value.replace(/T\d{2}/, 'T03');
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value.replace(/\d$/, (digit) => (digit === '3' ? '4' : '3'));
  return value.endsWith('</p>') ? value.replace(/<\/p>$/, '改</p>') : `${value}改`;
}

/** A copy of the data with another value at one place. */
export function changeAt<T>(data: T, [key, ...rest]: Leaf['path'], value: unknown): T {
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<string | number, unknown>;
  copy[key!] = rest.length > 0 ? changeAt(copy[key!], rest, value) : value;
  return copy as T;
}
