import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { DocumentRights } from '../document-rights.ts';
import { onConnection } from '../store/connection.ts';
import { type Content, type FileShown, readContent } from './content.ts';
import { compareContents } from './difference/difference.ts';
import type { Section } from './difference/types.ts';
import { readFields } from './shape.ts';
import { findVersion, getContent } from './store.ts';

/** What a version is asked for by: its number, the draft as it is now, or what visitors see. */
export type VersionName = number | 'draft' | 'live';

/** Reads what an address calls a version. @throws {errors.ValidationError} */
export function parseVersionName(text: string | undefined): VersionName {
  if (text === 'draft' || text === 'live') return text;
  if (text && /^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new errors.ValidationError('没有这样的版本：请从列表里选两个版本再对照。');
}

/** The content of a version. @throws {errors.NotFoundError} */
export async function loadVersion(strapi: Core.Strapi, { place }: DocumentRights, name: VersionName): Promise<Content> {
  if (typeof name === 'number') {
    return onConnection(strapi, async (sql) => {
      const version = await findVersion(sql, place, name);
      if (!version) throw new errors.NotFoundError(`没有第 ${name} 版`);
      return getContent(sql, version.digest);
    });
  }
  const content = await readContent(strapi, place, name === 'live');
  if (!content) throw new errors.NotFoundError(name === 'live' ? '这份内容现在没有上线' : '没有草稿');
  return content;
}

/** What differs between two versions of a document, in the fields the person may read. */
export async function compareVersions(strapi: Core.Strapi, rights: DocumentRights, before: VersionName, after: VersionName): Promise<Section[]> {
  const fields = rights.readable(readFields(strapi, rights.place.uid));
  const contents = [await loadVersion(strapi, rights, before), await loadVersion(strapi, rights, after)] as const;
  const files = await findBodyFiles(strapi, contents);
  return compareContents(fields, ...contents, (id) => files.get(id));
}

/** Pictures of rich text by their identity, for their names and small pictures. */
async function findBodyFiles(strapi: Core.Strapi, contents: readonly Content[]): Promise<Map<string, FileShown>> {
  const ids = new Set([...JSON.stringify(contents).matchAll(/media:([a-z0-9]{8,64})/g)].map(([, id]) => id!));
  if (ids.size === 0) return new Map();
  const rows = (await strapi.db.query('plugin::upload.file').findMany({
    where: { documentId: { $in: [...ids] } },
    select: ['documentId', 'name', 'mime', 'url', 'formats'],
  })) as { documentId: string; name: string; mime: string; url: string; formats?: { thumbnail?: { url?: string } } }[];
  return new Map(
    rows.map(({ documentId, name, mime, url, formats }) => [documentId, { id: documentId, name, mime, thumbnail: formats?.thumbnail?.url ?? url }]),
  );
}
