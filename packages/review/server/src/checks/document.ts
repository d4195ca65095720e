import { readPlainText, readRichText, type MappedText, type Tag } from './text/rich-text.ts';

/** The parts of a schema of Strapi's that checks need. */
export interface Schema {
  attributes: Record<string, Attribute>;
}
export interface Attribute {
  type: string;
  customField?: string;
  component?: string;
  required?: boolean;
  private?: boolean;
  maxLength?: number;
  multiple?: boolean;
  allowedTypes?: readonly string[];
  default?: unknown;
  pluginOptions?: { editor?: { label?: string; readOnly?: boolean; hidden?: boolean } };
}
export type SchemaOf = (uid: string) => Schema | undefined;
type Values = Record<string, unknown>;

/** A text somebody has written into a field. */
export interface WrittenText extends MappedText {
  field: string;
  /** What the field is called, with the number of its row: 材料 2 名称. */
  label: string;
  isRich: boolean;
  /** Running words, and no address, code or telephone number. */
  isProse: boolean;
  tags: readonly Tag[];
  value: string;
}

/** A place of a document that one may fill in. */
export interface Slot {
  field: string;
  label: string;
  attribute: Attribute;
  value: unknown;
}

/** A document as checks see it. */
export interface CheckedDocument {
  /** Uid of its content type. */
  type: string;
  values: Values;
  /** What was written in it, components included, in the order of the form. */
  texts: readonly WrittenText[];
  slots: readonly Slot[];
}

const RICH_TEXT = 'global::rich-text';
/** Fields with words of a machine's, by their names. */
const NOT_PROSE = /(url|code|phone|email|number|path|slug|domain|publicid|identifier|postcode|fax|period|topic|licence)$/i;
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = ({ type, customField }: Attribute) => customField === RICH_TEXT || type === 'string' || type === 'text';

/**
 * Reads a document for its checks: stored with its components and files, or as the form holds it while somebody writes.
 */
export function readDocument(type: string, values: Values, schemaOf: SchemaOf): CheckedDocument {
  const schema = schemaOf(type);
  const slots = schema ? listSlots(values, schema, schemaOf, { field: '', label: '' }) : [];
  return { type, values, slots, texts: slots.flatMap(readText) };
}

interface Within {
  field: string;
  label: string;
}

function listSlots(values: Values, schema: Schema, schemaOf: SchemaOf, within: Within): Slot[] {
  return Object.entries(schema.attributes).flatMap(([name, attribute]) => {
    const { label = name, readOnly = false } = attribute.pluginOptions?.editor ?? {};
    if (readOnly) return [];
    const slot = { field: within.field + name, label: within.label + label, attribute, value: values[name] };
    const inner = attribute.component ? schemaOf(attribute.component) : undefined;
    if (!inner) return [slot];
    const rows = Array.isArray(slot.value) ? slot.value : [slot.value];
    const isList = Array.isArray(slot.value);
    return [
      slot,
      ...rows.flatMap((row: unknown, at) =>
        isValues(row)
          ? listSlots(row, inner, schemaOf, {
              field: isList ? `${slot.field}.${at}.` : `${slot.field}.`,
              label: isList ? `${slot.label} ${at + 1} ` : `${slot.label} `,
            })
          : [],
      ),
    ];
  });
}

function readText({ field, label, attribute, value }: Slot): WrittenText[] {
  if (!isText(attribute) || typeof value !== 'string' || value === '') return [];
  const isRich = attribute.customField === RICH_TEXT;
  const read = isRich ? readRichText(value) : { ...readPlainText(value), tags: [] };
  return [{ ...read, field, label, value, isRich, isProse: !NOT_PROSE.test(field) }];
}
