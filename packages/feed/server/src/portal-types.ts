import { DEFAULT_LOCALE, LOCALES } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';

/** Where a type's documents live: below their column, by their code, in the tree of columns, or nowhere. */
export type AddressKind = 'column' | 'code' | 'tree' | null;

/** A content type that appears on the portal. */
export interface PortalType {
  uid: string;
  /** Name in the feed: `policy-document`. */
  name: string;
  table: string;
  localised: boolean;
  address: AddressKind;
  /** Chinese labels of its attributes, for messages. */
  labels: Record<string, string>;
  /** Attribute shown as the document's name. */
  titleAttribute: string;
  relations: RelationShape[];
}

/** A public relation between two portal types. */
export interface RelationShape {
  attribute: string;
  target: string;
  targetName: string;
  targetTable: string;
  many: boolean;
  required: boolean;
  /** Set when the other side owns the relation: the name of its attribute. */
  mappedBy?: string;
  /** Set when the other side shows the relation too: the name of its attribute. */
  inversedBy?: string;
  /** Strapi's link table, seen from this side. */
  link: { table: string; own: string; other: string; order?: string };
}

interface Attribute {
  type: string;
  relation?: string;
  target?: string;
  private?: boolean;
  required?: boolean;
  mappedBy?: string;
  inversedBy?: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    orderColumnName?: string;
  };
  pluginOptions?: { editor?: { label?: string } };
}

interface Schema {
  uid: string;
  info: { singularName: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: {
    portal?: { address?: 'column' | 'code' };
    i18n?: { localized?: boolean };
    editor?: { mainField?: string };
  };
  attributes: Record<string, Attribute>;
}

/** Every content type whose schema says `pluginOptions.portal`, by uid. */
export type PortalTypes = ReadonlyMap<string, PortalType>;

/**
 * Reads the portal types out of the loaded schemas. Call it once the database knows its models.
 * @throws {Error} When a portal type cannot be published.
 */
export function readPortalTypes(strapi: Core.Strapi): PortalTypes {
  const schemas = Object.values(strapi.contentTypes) as unknown as Schema[];
  const portal = new Map(
    schemas.filter((schema) => schema.pluginOptions?.portal).map((schema) => [schema.uid, schema]),
  );
  return new Map([...portal.values()].map((schema) => [schema.uid, readPortalType(strapi, schema, portal)]));
}

function readPortalType(strapi: Core.Strapi, schema: Schema, portal: ReadonlyMap<string, Schema>): PortalType {
  if (!schema.options?.draftAndPublish)
    throw new Error(`${schema.uid} appears on the portal, so it needs draftAndPublish`);
  const { tableName, attributes: columns } = strapi.db.metadata.get(schema.uid);
  const { singularName: name } = schema.info;
  return {
    uid: schema.uid,
    name,
    table: tableName,
    localised: schema.pluginOptions?.i18n?.localized ?? false,
    address: name === 'column' ? 'tree' : (schema.pluginOptions?.portal?.address ?? null),
    labels: Object.fromEntries(
      Object.entries(schema.attributes).map(([key, { pluginOptions }]) => [key, pluginOptions?.editor?.label ?? key]),
    ),
    titleAttribute: schema.pluginOptions?.editor?.mainField ?? 'title',
    relations: Object.entries(schema.attributes).flatMap(([attribute, definition]) => {
      const target = definition.target ? portal.get(definition.target) : undefined;
      if (definition.type !== 'relation' || definition.private || !target || attribute === 'localizations') return [];
      return [
        readRelation(strapi, attribute, { definition, column: columns[attribute] as unknown as Attribute, target }),
      ];
    }),
  };
}

function readRelation(
  strapi: Core.Strapi,
  attribute: string,
  { definition, column, target }: { definition: Attribute; column: Attribute; target: Schema },
): RelationShape {
  const { joinTable } = column;
  if (!joinTable) throw new Error(`Relation ${attribute} to ${target.uid} has no link table`);
  return {
    attribute,
    target: target.uid,
    targetName: target.info.singularName,
    targetTable: strapi.db.metadata.get(target.uid).tableName,
    many: definition.relation?.endsWith('Many') ?? false,
    required: definition.required ?? false,
    ...(definition.mappedBy ? { mappedBy: definition.mappedBy } : {}),
    ...(definition.inversedBy ? { inversedBy: definition.inversedBy } : {}),
    link: {
      table: joinTable.name,
      own: joinTable.joinColumn.name,
      other: joinTable.inverseJoinColumn.name,
      ...(joinTable.orderColumnName ? { order: joinTable.orderColumnName } : {}),
    },
  };
}

/** The locale an entry has in the feed; types that are not localised go out in the default locale. */
export function feedLocale(type: PortalType, stored: unknown): string {
  return type.localised && typeof stored === 'string' ? stored : DEFAULT_LOCALE;
}

/** Whether a row is in a locale the portal has; Strapi lets administrators add others. */
export function isInPortalLocale(type: PortalType, stored: unknown): boolean {
  return (LOCALES as readonly string[]).includes(feedLocale(type, stored));
}

/** The portal type with that name in the feed. */
export function findTypeByName(types: PortalTypes, name: string): PortalType | undefined {
  for (const type of types.values()) if (type.name === name) return type;
  return undefined;
}
