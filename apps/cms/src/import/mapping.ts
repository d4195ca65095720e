import { z } from 'zod';

import type { BodyFormat } from './body/clean-body';

const word = z.string().min(1);

/** Where one field of a document comes from. */
const source = z.union([
  word,
  z.strictObject({
    from: word,
    as: z.enum(['text', 'date', 'number', 'boolean', 'list']).default('text'),
    /** Words of the source, and what they become. A word that is missing here is an error. */
    map: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]) }),
]);
export type FieldSource = z.infer<typeof source>;

/** Which existing document a relation leads to: the same one for every row, or one found by a field of the row. */
const relation = z.union([
  z.strictObject({ find: z.record(word, z.string()) }),
  z.strictObject({ from: word, by: word, map: z.record(z.string(), z.string()).optional() }),
]);
export type RelationSource = z.infer<typeof relation>;

const mapping = z.strictObject({
  type: word,
  /** Source fields that together name a row for good: importing it again updates the same document. */
  key: z.array(word).min(1),
  fields: z.record(word, source),
  relations: z.record(word, relation).default({}),
  body: z
    .strictObject({
      field: word.default('body'),
      from: word,
      format: z.enum(['html', 'markdown', 'text'] satisfies [BodyFormat, ...BodyFormat[]]),
      /** Source fields that the page shows itself: lines at the top of the body that repeat them are left out. */
      repeated: z.array(word).default([]),
      /** A source field put before the body as a note, for example how a law came about. */
      note: word.optional(),
    })
    .optional(),
  /** False leaves the documents as drafts. */
  publish: z.boolean().default(true),
});
export type Mapping = z.infer<typeof mapping>;

/** A mapping file that cannot be used; the message names the place. */
export class MappingError extends Error {
  override name = 'MappingError';
}

/** @throws {MappingError} Naming every place of the file that is wrong. */
export function parseMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new MappingError(`映射文件不是正确的 JSON：${(cause as Error).message}`, { cause });
  }
  const result = mapping.safeParse(json);
  if (result.success) return result.data;
  const places = result.error.issues.map(({ path, message }) => `  ${path.join('.') || '（整个文件）'}：${message}`);
  throw new MappingError(`映射文件有问题：\n${places.join('\n')}`);
}
