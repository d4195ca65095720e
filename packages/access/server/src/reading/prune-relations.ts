import type { Core } from '@strapi/strapi';

interface Attribute {
  type: string;
  target?: string;
  component?: string;
}
interface Schema {
  attributes: Record<string, Attribute>;
}
type Row = Record<string, unknown>;

/** What is shown of a document another one points to. Strapi sends all of it, whoever it belongs to. */
const SHOWN = ['id', 'documentId', 'locale', 'title', 'path', 'publishedAt', 'createdAt', 'updatedAt', 'status', '__type'];

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A relation that was counted instead of loaded. */
const isCount = (row: Row) => 'count' in row && !('documentId' in row);

/** Rewrites a document a relation leads to; the title of somebody else's draft becomes the published one. */
export type ShowTarget = (uid: string, row: Row) => Promise<Row>;

/** Leaves of every document that an answer points to only what may be shown of it, in components too. */
export async function pruneRelations(row: Row, schema: Schema, getSchema: (uid: string) => Schema | undefined, show: ShowTarget): Promise<Row> {
  const pruned: Row = { ...row };
  const each = async <T>(value: unknown, change: (item: Row) => Promise<T>) =>
    Array.isArray(value) ? Promise.all(value.map((item) => (isRow(item) ? change(item) : item))) : isRow(value) ? change(value) : value;

  for (const [name, attribute] of Object.entries(schema.attributes)) {
    const value = row[name];
    if (value === undefined || value === null) continue;
    if (attribute.type === 'relation' && attribute.target?.startsWith('api::')) {
      pruned[name] = await each(value, async (item) => (isCount(item) ? item : show(attribute.target!, pick(item))));
    } else if (attribute.type === 'component' || attribute.type === 'dynamiczone') {
      pruned[name] = await each(value, async (item) => {
        const component = getSchema(attribute.component ?? String(item.__component));
        return component ? pruneRelations(item, component, getSchema, show) : item;
      });
    }
  }
  return pruned;
}

const pick = (row: Row) => Object.fromEntries(Object.entries(row).filter(([name]) => SHOWN.includes(name)));

/** Finds the schema of a type or component by its uid. */
export const schemasOf = (strapi: Core.Strapi) => (uid: string) => strapi.getModel(uid as never) as unknown as Schema | undefined;
