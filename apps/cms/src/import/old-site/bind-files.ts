import type { Draft } from '../convert-row';
import type { Remark } from '../report/remarks';
import type { MediaLibrary } from './media-library';
import type { FileUse } from './references';

/** Data of a document with the library's names in the place of digests. */
export interface Bound {
  data: Record<string, unknown>;
  files: Record<string, number[]>;
}

/** A picture with what would be empty without it. */
const pictureOf = (digest: string) => new RegExp(`<figure>\\s*<img src="media:${digest}"[^>]*>(?:<figcaption>.*?</figcaption>)?\\s*</figure>\\n?|<img src="media:${digest}"[^>]*>`, 'g');

async function storeAll(uses: readonly FileUse[], library: MediaLibrary, remarks: Remark[]): Promise<{ use: FileUse; id: number; documentId: string }[]> {
  const stored = [];
  for (const use of uses) {
    const result = await library.store(use);
    if ('refused' in result) remarks.push({ kind: 'refused-file', detail: result.refused });
    else stored.push({ use, ...result });
  }
  return stored;
}

/** Uploads what a document uses and names it in its data. What cannot be uploaded is left out and remarked on. */
export async function bindFiles({ data, references, files }: Pick<Draft, 'data' | 'references' | 'files'>, bodyField: string | undefined, library: MediaLibrary): Promise<Bound> {
  const bound: Bound = { data, files: {} };
  for (const [attribute, uses] of Object.entries(files)) {
    const ids = (await storeAll(uses, library, references.remarks)).map(({ id }) => id);
    if (ids.length) bound.files[attribute] = ids;
  }
  if (!bodyField || !references.pictures.length) return bound;
  let body = String(data[bodyField]);
  const stored = await storeAll(references.pictures, library, references.remarks);
  for (const { use, documentId } of stored) body = body.replaceAll(`"media:${use.file.digest}"`, `"media:${documentId}"`);
  for (const { file } of references.pictures) body = body.replace(pictureOf(file.digest), '');
  return { ...bound, data: { ...data, [bodyField]: body.trim() || '<p>（图片未能导入）</p>' } };
}
