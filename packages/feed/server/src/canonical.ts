import { createHash } from 'node:crypto';

/** JSON whose text depends on the value only: keys in order, nothing for what is undefined. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(item)}`);
  }
  return `{${parts.join(',')}}`;
}

/** The version of an entry: equal versions mean equal content. */
export function versionOf(content: { data: unknown; bodyFiles?: unknown }): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 24);
}
