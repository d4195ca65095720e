import { statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

import type { Core } from '@strapi/strapi';

import type { DemoFile } from './city';
import type { Progress } from './progress';

const TYPES: Record<string, string> = {
  '.webp': 'image/webp',
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** An uploaded file, by both of its names: attributes want the number, rich text the document id. */
export interface StoredFile {
  id: number;
  documentId: string;
}

interface Upload {
  upload(request: { data: object; files: object }): Promise<StoredFile[]>;
}

/** Uploads the files that are not there yet. @returns All of them by key. */
export async function loadFiles(strapi: Core.Strapi, files: readonly DemoFile[], folder: string, progress: Progress): Promise<Map<string, StoredFile>> {
  const stored = await strapi.db.query('plugin::upload.file').findMany({ where: { name: { $in: files.map(({ file }) => basename(file)) } } });
  const byName = new Map<string, StoredFile>(stored.map((file) => [file.name as string, file as StoredFile]));
  const byKey = new Map<string, StoredFile>();
  for (const [index, { key, file, alt, caption }] of files.entries()) {
    const name = basename(file);
    byKey.set(key, byName.get(name) ?? (await upload(strapi, join(folder, file), { name, alternativeText: alt, caption })));
    progress.step('图片和附件', index + 1, files.length);
  }
  return byKey;
}

async function upload(strapi: Core.Strapi, filepath: string, fileInfo: { name: string; alternativeText?: string; caption?: string }): Promise<StoredFile> {
  const service = strapi.plugin('upload').service('upload') as unknown as Upload;
  const [file] = await service.upload({
    data: { fileInfo },
    files: { filepath, originalFilename: fileInfo.name, mimetype: TYPES[extname(filepath)], size: statSync(filepath).size },
  });
  return file!;
}
