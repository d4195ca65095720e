import type { Core } from '@strapi/strapi';

/** How a stored value becomes a value of the feed. */
export type ScalarKind = 'text' | 'rich-text' | 'number' | 'boolean' | 'date' | 'instant' | 'json' | 'choices';

/** What the rows of one content type or component hold that leaves the CMS, read from its schema. */
export interface EntryShape {
  uid: string;
  table: string;
  scalars: { attribute: string; column: string; kind: ScalarKind }[];
  media: { attribute: string; many: boolean }[];
  components: { attribute: string; many: boolean; shape: EntryShape; link: ComponentLink }[];
  /** Relations that hold many; they are lists even when empty. */
  lists: string[];
}

/** Strapi's table between an entry and its components. */
export interface ComponentLink {
  table: string;
  entity: string;
  component: string;
}

interface Attribute {
  type: string;
  customField?: string;
  private?: boolean;
  relation?: string;
  multiple?: boolean;
  repeatable?: boolean;
  component?: string;
  target?: string;
  columnName?: string;
  joinTable?: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
}

/** Attributes Strapi adds to every type; the feed has its own words for what they say. */
const STRAPI_ATTRIBUTES = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

/**
 * Reads from a schema what its rows give to the feed: everything that is not private.
 * @throws {Error} When a schema holds something the feed cannot carry, so that nothing is left out in silence.
 */
export function readEntryShape(strapi: Core.Strapi, uid: string): EntryShape {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, Attribute> };
  const stored = strapi.db.metadata.get(uid);
  const shape: EntryShape = { uid, table: stored.tableName, scalars: [], media: [], components: [], lists: [] };
  const isComponent = strapi.components[uid as never] !== undefined;

  for (const [attribute, definition] of Object.entries(attributes)) {
    if (STRAPI_ATTRIBUTES.has(attribute) || definition.private) continue;
    const column = stored.attributes[attribute] as unknown as Attribute | undefined;
    if (definition.type === 'relation') {
      if (isComponent) throw new Error(`${uid}.${attribute}: the feed carries no relations inside components`);
      if (definition.relation?.endsWith('Many')) shape.lists.push(attribute);
    } else if (definition.type === 'media') {
      shape.media.push({ attribute, many: definition.multiple ?? false });
    } else if (definition.type === 'component') {
      const { joinTable } = column!;
      shape.components.push({
        attribute,
        many: definition.repeatable ?? false,
        shape: readEntryShape(strapi, definition.component!),
        link: {
          table: joinTable!.name,
          entity: joinTable!.joinColumn.name,
          component: joinTable!.inverseJoinColumn.name,
        },
      });
    } else {
      shape.scalars.push({
        attribute,
        column: column!.columnName ?? attribute,
        kind: kindOf(uid, attribute, definition),
      });
    }
  }
  return shape;
}

function kindOf(uid: string, attribute: string, { type, customField }: Attribute): ScalarKind {
  if (customField === 'global::rich-text') return 'rich-text';
  if (customField === 'global::choices') return 'choices';
  switch (type) {
    case 'string':
    case 'text':
    case 'email':
    case 'uid':
    case 'enumeration':
    case 'time':
      return 'text';
    case 'integer':
    case 'biginteger':
    case 'float':
    case 'decimal':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    case 'datetime':
      return 'instant';
    case 'json':
      return 'json';
    default:
      throw new Error(`${uid}.${attribute}: the feed does not carry attributes of type ${type}`);
  }
}

/** A stored value as the feed shows it, or `undefined` when there is none. The databases differ in how they store. */
export function readScalar(kind: ScalarKind, value: unknown): unknown {
  if (kind === 'choices') return readChoices(value);
  if (value === null || value === undefined) return undefined;
  switch (kind) {
    case 'text':
    case 'rich-text':
      return String(value);
    case 'number':
      return Number(value);
    case 'boolean':
      return value === true || value === 1;
    case 'date':
      return String(value).slice(0, 10);
    case 'instant':
      return new Date(value as number | string | Date).toISOString();
    case 'json':
      return typeof value === 'string' ? JSON.parse(value) : value;
  }
}

function readChoices(value: unknown): unknown[] {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? parsed : [];
}
