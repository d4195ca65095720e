import { createHash } from 'node:crypto';

import type { FileRef } from '@mingchuang/content/entry';

import type { Row } from './database.ts';

/** Columns of Strapi's files that a reference is made of. */
export const FILE_COLUMNS = [
  'document_id',
  'name',
  'alternative_text',
  'caption',
  'width',
  'height',
  'hash',
  'ext',
  'mime',
  'size',
  'updated_at',
] as const;

/**
 * A file of the media library as an entry shows it. Strapi keeps hash and address when a file is replaced, so the time
 * of its last change is part of the version.
 */
export function buildFileRef(row: Row): FileRef {
  const described = { name: readableName(row), mime: String(row.mime), size: Math.round(Number(row.size) * 1000) };
  const optional = {
    ...(row.width ? { width: Number(row.width) } : {}),
    ...(row.height ? { height: Number(row.height) } : {}),
    ...(row.alternative_text ? { alt: String(row.alternative_text) } : {}),
    ...(row.caption ? { caption: String(row.caption) } : {}),
  };
  const changed = new Date(row.updated_at as number | Date).getTime();
  const version = createHash('sha256')
    .update(JSON.stringify([row.hash, row.ext, changed, described, optional]))
    .digest('hex')
    .slice(0, 16);
  return { id: String(row.document_id), ...described, ...optional, version };
}

/** The name a visitor sees and saves: with its extension, without characters that end a path or a file name. */
function readableName({ name, ext }: Row): string {
  const extension = typeof ext === 'string' ? ext : '';
  const bare = String(name).replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|#%]+/gu, '-');
  return bare.toLowerCase().endsWith(extension.toLowerCase()) ? bare : `${bare}${extension}`;
}
