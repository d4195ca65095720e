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
  documents: 'policy-document',
  amends: 'policy-document',
  repeals: 'policy-document',
  services: 'service-item',
  policies: 'policy-document',
  related: 'service-item',
  service: 'service-item',
};
const FILES = ['cover', 'attachments', 'resultSample', 'blankForm', 'sampleForm'];
const RICH_TEXTS = ['body', 'answer', 'basis', 'conditions', 'exclusions'];
const ADDRESSES = ['onlineUrl', 'mobileUrl'];
/** Text in the component of materials, rich text in a service: only the latter is one string of HTML. */
const COMPONENTS = ['materials'];

/** A field that names other documents or files, for checks: the kind it names. */
export function relationOf(field: string): string | undefined {
  return RELATIONS[field] ?? (FILES.includes(field) ? 'file' : undefined);
}

/** The data of a document as the document service wants it. */
export async function fieldsOf(kind: DocumentKind, document: DemoDocument, references: References): Promise<object> {
  const { key: _key, published: _published, ...fields } = document;
  const data: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) data[name] = await valueOf(name, value, references);
  // The document owns the link to its services; the other side shows it.
  if (kind === 'service-item') delete data.policies;
  return data;
}

async function valueOf(name: string, value: unknown, references: References): Promise<unknown> {
  const target = RELATIONS[name];
  if (target) return each(value, (key) => references.documentId(target, key));
  if (FILES.includes(name)) return each(value, (key) => references.file(key).id);
  if (RICH_TEXTS.includes(name)) return resolveRichText(value as string, references);
  if (ADDRESSES.includes(name)) return resolveAddress(value as string, references.path);
  if (COMPONENTS.includes(name)) return Promise.all((value as object[]).map((part) => componentOf(part, references)));
  return value;
}

async function componentOf(part: object, references: References): Promise<object> {
  const entries = Object.entries(part).map(([name, value]) => [name, FILES.includes(name) ? references.file(value as string).id : value]);
  return Object.fromEntries(entries);
}

const each = <T>(value: unknown, one: (key: string) => T): T | T[] => (Array.isArray(value) ? value.map((key) => one(key as string)) : one(value as string));
