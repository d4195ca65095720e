import { sanitiseRichText } from './sanitise';

export const RICH_TEXT = 'global::rich-text';

/** The parts of a Strapi schema this needs. */
export interface Schema {
  attributes: Record<string, { type: string; customField?: string; component?: string }>;
}
type Data = Record<string, unknown>;
type GetSchema = (uid: string) => Schema | undefined;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the data of a document with every rich text in it cleaned, in components too. */
export function sanitiseData(data: Data, schema: Schema, getSchema: GetSchema): Data {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const attribute = schema.attributes[name];
      if (attribute?.customField === RICH_TEXT && typeof value === 'string') return [name, sanitiseRichText(value)];
      const component = attribute?.component && getSchema(attribute.component);
      if (!component) return [name, value];
      if (Array.isArray(value)) {
        return [name, value.map((item) => (isData(item) ? sanitiseData(item, component, getSchema) : item))];
      }
      return [name, isData(value) ? sanitiseData(value, component, getSchema) : value];
    }),
  );
}
