import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { type Field, isLocalised, readFields } from './shape.ts';

/** Which document, in which language. */
export interface Place {
  uid: string;
  documentId: string;
  locale: string;
}

/** Another document, with the title it had. */
export interface TargetShown {
  id: string;
  title: string;
}
/** A file of the media library, as it was called. */
export interface FileShown {
  id: string;
  name: string;
  mime: string;
  /** Address of a small picture inside the CMS. */
  thumbnail?: string;
}

/** Everything editors can write of a document: values by attribute, without the rows' own identifiers. */
export type Content = Record<string, unknown>;

type Row = Record<string, unknown>;

/** What the database has to bring along for the fields of a type. */
function populateOf(fields: readonly Field[]): Record<string, unknown> {
  const entries = fields.flatMap(({ name, kind, fields: inner, target }): [string, unknown][] => {
    if (kind === 'relation') return [[name, { select: ['documentId', target!.titleAttribute] }]];
    if (kind === 'media') return [[name, true]];
    return kind === 'component' ? [[name, { populate: populateOf(inner!) }]] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * Reads a document whole.
 * @returns `undefined` when it is not there in that language and state.
 */
export async function readContent(strapi: Core.Strapi, { uid, documentId, locale }: Place, isPublished = false): Promise<Content | undefined> {
  const fields = readFields(strapi, uid);
  const row = (await strapi.db.query(uid).findOne({
    where: { documentId, publishedAt: isPublished ? { $notNull: true } : null, ...(isLocalised(strapi, uid) ? { locale } : {}) },
    populate: populateOf(fields) as never,
  })) as Row | null;
  return row ? pick(row, fields) : undefined;
}

function pick(row: Row, fields: readonly Field[]): Content {
  const content: Content = {};
  for (const field of fields) {
    const value = valueOf(row[field.name], field);
    if (value !== undefined) content[field.name] = value;
  }
  return content;
}

/** A stored value as it is kept; `undefined` where there is none, so that empty and missing are one. */
function valueOf(value: unknown, field: Field): unknown {
  if (field.many) {
    const list = (Array.isArray(value) ? value : []).map((item) => oneOf(item, field)).filter((item) => item !== undefined);
    return list.length > 0 ? list : undefined;
  }
  return oneOf(value, field);
}

function oneOf(value: unknown, field: Field): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  switch (field.kind) {
    case 'relation': {
      const row = value as Row;
      return { id: String(row.documentId), title: String(row[field.target!.titleAttribute] ?? '') } satisfies TargetShown;
    }
    case 'media':
      return fileOf(value as Row);
    case 'component':
      return pick(value as Row, field.fields!);
    case 'number':
      return Number(value);
    case 'instant':
      return new Date(value as string | number | Date).toISOString();
    case 'date':
      return String(value).slice(0, 10);
    case 'choices':
      return Array.isArray(value) && value.length > 0 ? value : undefined;
    default:
      return value;
  }
}

function fileOf({ documentId, name, mime, url, formats }: Row): FileShown {
  const thumbnail = (formats as { thumbnail?: { url?: string } } | null)?.thumbnail?.url ?? (String(mime).startsWith('image/') ? String(url) : undefined);
  return { id: String(documentId), name: String(name), mime: String(mime), ...(thumbnail ? { thumbnail } : {}) };
}

/**
 * The fingerprint of a content: equal for equal writing. What others are called (titles of targets, names of files) is
 * not the writing of this document and does not count.
 */
export function digestOf(content: Content): string {
  return createHash('sha256').update(JSON.stringify(withoutNames(content))).digest('hex');
}

function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (value === null || typeof value !== 'object') return value;
  const { id, title, mime } = value as Row;
  if (typeof id === 'string' && (title !== undefined || mime !== undefined)) return { id };
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, withoutNames(item)]),
  );
}
