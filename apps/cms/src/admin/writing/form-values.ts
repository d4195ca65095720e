import type { Values } from './draft-key.ts';

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Strapi's own save sends: a chosen relation is held in the form with its label, and sent as `apiData`. */
export function toRequest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toRequest);
  if (!isObject(value)) return value;
  if ('apiData' in value) return value.apiData;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toRequest(inner)]));
}

/** The attributes of a schema that hold components, by name. */
type ComponentOf = (attributes: Attributes, name: string) => Attributes | undefined;
export type Attributes = Record<string, { type: string; component?: string; customField?: string; pluginOptions?: { editor?: { label?: string; hidden?: boolean; readOnly?: boolean; options?: Record<string, string> } } }>;

function withoutRowIds(values: Values, attributes: Attributes, componentOf: ComponentOf): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const inner = componentOf(attributes, name);
      if (!inner) return [name, value];
      const strip = (row: unknown) => {
        if (!isObject(row)) return row;
        const { id: _id, ...rest } = row;
        return withoutRowIds(rest, inner, componentOf);
      };
      return [name, Array.isArray(value) ? value.map(strip) : strip(value)];
    }),
  );
}

/**
 * Values kept earlier, fit for the form of today: rows of components lose their numbers, since those rows may be gone
 * and Strapi refuses a save that names them.
 */
export function toRestored(values: Values, attributes: Attributes, components: Record<string, { attributes: Attributes }>): Values {
  const componentOf: ComponentOf = (of, name) => {
    const uid = of[name]?.component;
    return uid ? components[uid]?.attributes : undefined;
  };
  return withoutRowIds(values, attributes, componentOf);
}
