import type { Core } from '@strapi/strapi';

/** What a field holds, as far as keeping and comparing are concerned. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'rich-text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'json'
  | 'relation'
  | 'media'
  | 'component';

/** One field of a content type or component, with the words editors know it by. */
export interface Field {
  name: string;
  label: string;
  kind: FieldKind;
  many: boolean;
  /** Labels of the keys of an enumeration. */
  options?: Record<string, string>;
  /** Fields of a component. */
  fields?: Field[];
  /** Relations: what they point at. */
  target?: { uid: string; titleAttribute: string };
}

interface Attribute {
  type: string;
  customField?: string;
  relation?: string;
  target?: string;
  component?: string;
  repeatable?: boolean;
  multiple?: boolean;
  pluginOptions?: { editor?: { label?: string; options?: Record<string, string>; readOnly?: boolean } };
}

export interface Model {
  attributes: Record<string, Attribute>;
  pluginOptions?: {
    editor?: { mainField?: string };
    i18n?: { localized?: boolean };
    review?: { enabled?: boolean };
    portal?: object;
  };
}

/** Attributes that publication gives a document and that stay with it: no version brings back others. */
const FIXED = new Set(['path', 'publicId', 'publishedOn', 'firstPublishedAt']);

const CUSTOM: Record<string, FieldKind> = { 'global::rich-text': 'rich-text', 'global::choices': 'choices' };
const KINDS: Record<string, FieldKind> = {
  text: 'text',
  richtext: 'text',
  integer: 'number',
  biginteger: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'instant',
  enumeration: 'choice',
  json: 'json',
  relation: 'relation',
  media: 'media',
  component: 'component',
};

/** A content type or component as the CMS knows it. */
export const modelOf = (strapi: Core.Strapi, uid: string) => strapi.getModel(uid as never) as unknown as Model;

/** Whether documents of a type are written in several languages. */
export const isLocalised = (strapi: Core.Strapi, uid: string) => modelOf(strapi, uid).pluginOptions?.i18n?.localized ?? false;

/** The attribute a document of a type goes by. */
export const titleAttributeOf = (strapi: Core.Strapi, uid: string) => modelOf(strapi, uid).pluginOptions?.editor?.mainField ?? 'title';

/**
 * The fields of a content type or component that editors write, in the order of its schema. Who belongs to an agency is
 * administration and no content.
 */
export function readFields(strapi: Core.Strapi, uid: string): Field[] {
  const { attributes } = modelOf(strapi, uid);
  return Object.entries(attributes)
    .filter(([name, { pluginOptions, target }]) => pluginOptions?.editor && !FIXED.has(name) && (!target || target.startsWith('api::')))
    .map(([name, attribute]) => readField(strapi, name, attribute));
}

function readField(strapi: Core.Strapi, name: string, attribute: Attribute): Field {
  const { type, customField, component, target, pluginOptions } = attribute;
  const { label = name, options } = pluginOptions?.editor ?? {};
  return {
    name,
    label,
    kind: (customField ? CUSTOM[customField] : undefined) ?? KINDS[type] ?? (customField ? 'json' : 'line'),
    many: attribute.repeatable ?? attribute.multiple ?? attribute.relation?.endsWith('Many') ?? false,
    ...(options ? { options } : {}),
    ...(component ? { fields: readFields(strapi, component) } : {}),
    ...(target ? { target: { uid: target, titleAttribute: titleAttributeOf(strapi, target) } } : {}),
  };
}
