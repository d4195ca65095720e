import { listBroughtIn } from './relation-input.ts';

interface Attribute {
  type: string;
  target?: string;
  component?: string;
}
/** The part of a schema that says where a write may name documents and files. */
export interface ReferringSchema {
  attributes: Record<string, Attribute>;
}

/** Documents and files named by a write. */
export interface References {
  /** By the type they are of. */
  documents: Map<string, { documentIds: string[]; ids: number[] }>;
  files: { documentIds: string[]; ids: number[] };
}

/** A file in a text, as apps/cms/src/rich-text keeps it. */
const MEDIA = /\bmedia:([a-z0-9]{24})\b/g;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function add(to: { documentIds: string[]; ids: number[] }, from: { documentIds: string[]; ids: number[] }): void {
  to.documentIds.push(...from.documentIds);
  to.ids.push(...from.ids);
}

function walk(data: Record<string, unknown>, schema: ReferringSchema, getComponent: (uid: string) => ReferringSchema | undefined, found: References): void {
  for (const [name, value] of Object.entries(data)) {
    const attribute = schema.attributes[name];
    if (!attribute || value === undefined || value === null) continue;
    if (attribute.type === 'relation' && attribute.target) {
      const list = found.documents.get(attribute.target) ?? { documentIds: [], ids: [] };
      found.documents.set(attribute.target, list);
      add(list, listBroughtIn(value));
    } else if (attribute.type === 'media') add(found.files, listBroughtIn(value));
    else if (typeof value === 'string') for (const [, documentId] of value.matchAll(MEDIA)) found.files.documentIds.push(documentId!);
    else if (attribute.type === 'component' || attribute.type === 'dynamiczone') {
      for (const item of [value].flat()) {
        const component = isObject(item) && getComponent(attribute.component ?? String(item.__component));
        if (component) walk(item as Record<string, unknown>, component, getComponent, found);
      }
    }
  }
}

/** Finds every document and file the data of a write names, in components and texts too. */
export function collectReferences(data: Record<string, unknown>, schema: ReferringSchema, getComponent: (uid: string) => ReferringSchema | undefined): References {
  const found: References = { documents: new Map(), files: { documentIds: [], ids: [] } };
  walk(data, schema, getComponent, found);
  return found;
}
