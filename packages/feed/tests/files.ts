import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { TestCms } from './cms.ts';

/** Two by two pixels, in two shades. */
const PICTURES = [
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4IScHRAwQCgAfJgQRoo8irwAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGOQkzsBRAwQCgAZ1gQRShBSHAAAAABJRU5ErkJggg==',
] as const;

export interface TestFile {
  id: number;
  documentId: string;
  url: string;
}

interface Upload {
  upload(params: object): Promise<TestFile[]>;
  replace(id: number, params: object): Promise<TestFile>;
}

const uploadOf = ({ strapi }: TestCms) => strapi.plugin('upload').service('upload') as unknown as Upload;

function writePicture({ dataDir }: TestCms, name: string, which: 0 | 1) {
  const filepath = path.join(mkdtempSync(path.join(dataDir, 'incoming-')), name);
  const bytes = Buffer.from(PICTURES[which], 'base64');
  writeFileSync(filepath, bytes);
  return { filepath, originalFilename: name, mimetype: 'image/png', size: bytes.length };
}

/** Puts a small picture into the media library. */
export async function addFile(cms: TestCms, name: string): Promise<TestFile> {
  const [file] = await uploadOf(cms).upload({ data: { fileInfo: { name } }, files: writePicture(cms, name, 0) });
  return file!;
}

/** Replaces a picture's bytes, as the media library's button does. */
export async function replaceFile(cms: TestCms, { id }: TestFile): Promise<void> {
  await uploadOf(cms).replace(id, { data: { fileInfo: {} }, file: writePicture(cms, '新的.png', 1) });
}
