import type { DemoDocument, DocumentKind } from './city';
import type { StoredFile } from './files';
import { resolveAddress, resolveRichText, type Lookup } from './links';

/** What the keys of the data have become in this database. */
export interface References extends Lookup {
  file(key: string): StoredFile;
  path(kind: string, key: string): Promise<string>;
}

/** Which fields of the data hold keys, and of what. */
const RELATIONS: Record<string, string> = {
  column: 'column',
  alsoIn: 'column',
  agency: 'agency',
  articles: 'article',
  documents: 'policy-document',
  amends: 'policy-document',
  repeals: 'policy-document',
  policies: 'policy-document',
  services: 'service-item',
  service: 'service-item',
};
/** Relations between documents of one kind. */
const RELATED = 'related';
const FILES = ['cover', 'attachments', 'resultSample', 'blankForm', 'sampleForm', 'portrait', 'banner', 'file', 'video'];
const ADDRESSES = ['onlineUrl', 'mobileUrl', 'shortcutUrl'];
/** Relations that the other side owns, and shows on both. */
const OWNED_BY_OTHERS: Partial<Record<DocumentKind, string>> = { 'service-item': 'policies' };

/** A field that names other documents or files, for checks: the kind it names. */
export function relationOf(kind: string, field: string): string | undefined {
  if (field === RELATED) return kind;
  return RELATIONS[field] ?? (FILES.includes(field) ? 'file' : undefined);
}

/** The data of a document as the document service wants it. */
export async function fieldsOf(kind: DocumentKind, document: DemoDocument, references: References): Promise<object> {
  const { key: _key, published: _published, ...fields } = document;
  const owned = OWNED_BY_OTHERS[kind];
  return dataOf(kind, Object.entries(fields).filter(([name]) => name !== owned), references);
}

async function dataOf(kind: string, fields: [name: string, value: unknown][], references: References): Promise<object> {
  const data = await Promise.all(fields.map(async ([name, value]) => [name, await valueOf(kind, [name, value], references)]));
  return Object.fromEntries(data) as object;
}

async function valueOf(kind: string, [name, value]: [string, unknown], references: References): Promise<unknown> {
  const target = isKeys(value) ? relationOf(kind, name) : undefined;
  if (target === 'file') return each(value, (key) => references.file(key).id);
  if (target) return each(value, (key) => references.documentId(target, key));
  if (ADDRESSES.includes(name)) return resolveAddress(value as string, references.path);
  if (typeof value === 'string') return resolveRichText(value, references);
  if (Array.isArray(value)) return Promise.all(value.map((part) => partOf(kind, part, references)));
  return partOf(kind, value, references);
}

/** A component, or a plain value. */
const partOf = (kind: string, part: unknown, references: References): unknown =>
  part && typeof part === 'object' ? dataOf(kind, Object.entries(part), references) : part;

const isKeys = (value: unknown) => [value].flat().every((key) => typeof key === 'string');

const each = <T>(value: unknown, one: (key: string) => T): T | T[] => (Array.isArray(value) ? value.map((key) => one(key as string)) : one(value as string));
