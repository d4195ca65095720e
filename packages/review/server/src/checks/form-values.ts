import type { Schema, SchemaOf } from './document.ts';

type Values = Record<string, unknown>;
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a relation holds after what the form has connected and disconnected. */
function relate(stored: unknown, given: unknown): unknown {
  if (!isValues(given)) return stored;
  const list = (value: unknown) => (Array.isArray(value) ? value : []) as { documentId?: string; id?: unknown }[];
  const gone = new Set(list(given.disconnect).map(({ documentId, id }) => documentId ?? id));
  const before = (Array.isArray(stored) ? stored : stored ? [stored] : []) as { documentId?: string; id?: unknown }[];
  const after = [...before.filter(({ documentId, id }) => !gone.has(documentId) && !gone.has(id)), ...list(given.connect)];
  if (Array.isArray(stored)) return after;
  return list(given.connect).at(-1) ?? after[0] ?? null;
}

/**
 * Lays the values of a form over the stored draft: the form holds texts, components and files whole, and of relations
 * only what was changed.
 */
export function overlay(stored: Values | undefined, form: Values, schema: Schema, schemaOf: SchemaOf): Values {
  return Object.fromEntries(
    Object.entries(schema.attributes).map(([name, attribute]) => {
      if (attribute.type === 'relation') return [name, relate(stored?.[name] ?? (stored ? undefined : null), form[name])];
      const value = name in form ? form[name] : stored?.[name];
      const inner = attribute.component ? schemaOf(attribute.component) : undefined;
      // Relations in rows of components are not loaded: nothing is said of them.
      if (inner && Array.isArray(value)) return [name, value.map((row: unknown) => (isValues(row) ? overlay({}, row, inner, schemaOf) : row))];
      if (inner && isValues(value)) return [name, overlay({}, value, inner, schemaOf)];
      return [name, value];
    }),
  );
}
