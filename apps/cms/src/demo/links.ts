/** Looks up what a key of the data has become. */
export interface Lookup {
  /** documentId of a document. @throws {Error} When there is none. */
  documentId(kind: string, key: string): string;
  /** documentId of a file. @throws {Error} When there is none. */
  fileDocumentId(key: string): string;
}

const ENTRY = /entry:([a-z-]+)\/([a-z0-9-]+)/g;
const MEDIA = /media:([a-z0-9-]+)/g;
const WHOLE_ENTRY = /^entry:([a-z-]+)\/([a-z0-9-]+)$/;

/** The keys a text refers to, for checks. */
export function referencesIn(text: string): { entries: { kind: string; key: string }[]; files: string[] } {
  return {
    entries: [...text.matchAll(ENTRY)].map(([, kind, key]) => ({ kind: kind!, key: key! })),
    files: [...text.matchAll(MEDIA)].map(([, key]) => key!),
  };
}

/** Rich text with the keys of documents and files replaced by their ids. */
export function resolveRichText(html: string, lookup: Lookup): string {
  return html
    .replace(ENTRY, (_, kind: string, key: string) => `entry:${kind}/${lookup.documentId(kind, key)}`)
    .replace(MEDIA, (_, key: string) => `media:${lookup.fileDocumentId(key)}`);
}

/** An address field: a reference becomes the path the document was given, anything else stays. */
export async function resolveAddress(url: string, findPath: (kind: string, key: string) => Promise<string>): Promise<string> {
  const reference = WHOLE_ENTRY.exec(url);
  return reference ? findPath(reference[1]!, reference[2]!) : url;
}
