import { z } from 'zod';

import type { BodyFormat } from './body/clean-body';
import { pageSelectors, pattern } from './mapping-pages';

const word = z.string().min(1);

/** Where one field of a document comes from. */
const source = z.union([
  word,
  z.strictObject({
    /** One field, or several of which the first that is filled (and fits `match`) counts. */
    from: z.union([word, z.array(word).min(1)]),
    as: z.enum(['text', 'date', 'number', 'boolean', 'list', 'json']).default('text'),
    /** Words of the source, and what they become. A word that is missing here is an error. */
    map: z.record(z.string(), z.string()).optional(),
    /** Takes a part of the text: the first group of the pattern. */
    match: pattern.optional(),
  }),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]) }),
]);
export type FieldSource = z.infer<typeof source>;

/** Of which site a column is, where the CMS holds several; without it, of the site the agency of the row belongs to. */
const site = z.record(word, z.string()).optional();

/** Which existing document a relation leads to: the same one for every row, or one found by a field of the row. */
const relation = z.union([
  z.strictObject({ find: z.record(word, z.string()), site }),
  z.strictObject({
    from: word,
    by: word,
    map: z.record(z.string(), z.string()).optional(),
    /** Taken where nothing is found; the report counts the words it was taken for. */
    default: z.string().optional(),
    site,
  }),
]);
export type RelationSource = z.infer<typeof relation>;

/** A folder of the old site always begins and ends with a slash. */
const folder = word.transform((text) => `/${text.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'));

const oldSite = z.strictObject({
  /** Source field with a document's old address: a path or a whole one. Saved pages and documents have `_address`. */
  address: word.default('_address'),
  /** Other names of the old site; links to them are links within it. */
  hosts: z.array(word).default([]),
  /** Where the folder of pages or files lay on the old site. */
  under: folder.default('/'),
  /** False makes no redirects from the old addresses. */
  redirects: z.boolean().default(true),
  /** Which site the redirects belong to, where the CMS holds several. */
  site: z.record(word, z.string()).optional(),
});

const mapping = z.strictObject({
  type: word,
  /** Source fields that together name a row for good: importing it again updates the same document. */
  key: z.array(word).min(1).default(['_address']),
  /** For folders of saved pages. */
  pages: pageSelectors.optional(),
  /** For XLSX files: the name of the sheet. */
  sheet: word.optional(),
  oldSite: oldSite.prefault({}),
  fields: z.record(word, source),
  relations: z.record(word, relation).default({}),
  /** Files by attribute: the source field that names them. */
  files: z.record(word, word).default({}),
  body: z
    .strictObject({
      field: word.default('body'),
      from: word.default('body'),
      format: z.enum(['html', 'markdown', 'text'] satisfies [BodyFormat, ...BodyFormat[]]).default('html'),
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
