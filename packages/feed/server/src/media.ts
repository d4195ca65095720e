import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';

import { type Row, reader } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import { loadPublished } from './publication.ts';
import { titleOf } from './stamps.ts';

/** A file of the media library, ready to be sent. */
export interface OpenedFile {
  mime: string;
  length: number | undefined;
  stream: Readable;
}

interface StoredFile {
  url: string;
  mime: string;
  provider: string;
}

/** What a provider may offer: the bytes of a file in storage of its own that only the CMS reaches. */
interface Provider {
  open?: (file: { url: string }) => Promise<Omit<OpenedFile, 'mime'> | undefined>;
}

/**
 * Opens a file that a published document uses. Others are not given out: what is attached to drafts stays inside.
 * @returns `undefined` when nothing published uses it, or it is not there.
 */
export async function openPublishedFile(core: FeedCore, documentId: string): Promise<OpenedFile | undefined> {
  const isUsed = await core.strapi.db.connection('feed_files').where({ file_id: documentId }).first('id');
  return isUsed && openStoredFile(core, documentId);
}

/** Opens any file. Who asks answers for it that the file may be seen. */
export async function openStoredFile({ strapi }: FeedCore, documentId: string): Promise<OpenedFile | undefined> {
  const file = (await strapi.db.query('plugin::upload.file').findOne({ where: { documentId } })) as StoredFile | null;
  if (!file) return undefined;
  const { open } = strapi.plugin('upload').provider as unknown as Provider;
  if (open) {
    const opened = await open(file);
    return opened && { mime: file.mime, ...opened };
  }
  return file.provider === 'local' ? openLocal(strapi, file) : openRemote(strapi, file);
}

/** Titles of the published documents that show a file, each language by itself; those of a plugin's source have none. */
export async function findShowing(core: FeedCore, fileId: string): Promise<string[]> {
  const sql = await reader(core.strapi);
  const uses: Row[] = await sql('feed_files').where({ file_id: fileId }).orderBy('id');
  const titles: string[] = [];
  for (const name of new Set(uses.map((use) => String(use.type)))) {
    const type = [...core.types().values()].find((one) => one.name === name);
    const ids = uses.filter((use) => use.type === name).map((use) => String(use.document_id));
    const shown = type ? await loadPublished(sql, type, ids) : [];
    titles.push(...shown.map(({ row }) => titleOf(type!, row) ?? ''));
  }
  return titles;
}

async function openLocal(strapi: Core.Strapi, { url, mime }: StoredFile): Promise<OpenedFile | undefined> {
  const filename = path.join(strapi.dirs.static.public, path.posix.normalize(url));
  const found = await stat(filename).catch(() => undefined);
  return found?.isFile() ? { mime, length: found.size, stream: createReadStream(filename) } : undefined;
}

/** Files of other providers are fetched from where the provider put them, by a signed address where it needs one. */
async function openRemote(strapi: Core.Strapi, file: StoredFile): Promise<OpenedFile | undefined> {
  const signed = (await strapi.plugin('upload').service('file').signFileUrls(file)) as StoredFile;
  const response = await fetch(signed.url);
  if (!response.ok || !response.body) return undefined;
  const length = response.headers.get('content-length');
  return {
    mime: file.mime,
    length: length ? Number(length) : undefined,
    stream: Readable.fromWeb(response.body as never),
  };
}
