import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { checkFile } from './check-file';
import { kindOf, refusal } from './file-kinds';
import { readableName } from './readable-name';

const FILE = 'plugin::upload.file';

/** A file as Strapi's upload service takes it. */
interface GivenFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  detectedMimeType?: string;
  size: number;
}

interface FileInfo {
  name?: string | null;
}

interface UploadService {
  upload(request: { data: { fileInfo?: FileInfo | FileInfo[] }; files: GivenFile | GivenFile[] }, options?: object): Promise<object[]>;
  replace(id: number | string, request: { data: { fileInfo?: FileInfo }; file: GivenFile }, options?: object): Promise<object>;
}

/**
 * Puts the check of every file into Strapi's upload service, so that no way in goes round it: the media library, the
 * content API, replacing, addresses fetched by Strapi, the importer, the demo city.
 */
export function guardUploads(strapi: Core.Strapi): void {
  const service = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const { upload, replace } = service;

  service.upload = ({ data, files }, options) =>
    withFolder(async (folder) => {
      const checked = await checkAll([files].flat(), folder);
      return upload({ data: { ...data, ...named(data.fileInfo) }, files: checked }, options);
    });

  service.replace = (id, { data, file }, options) =>
    withFolder(async (folder) => {
      const stored = (await strapi.db.query(FILE).findOne({ where: { id } })) as { name: string; ext: string } | null;
      const given = { ...file, originalFilename: nameOf(file) };
      // Strapi answers for a file that is not there.
      if (!stored) return replace(id, { data, file }, options);
      const as = extensionFor(given.originalFilename, stored);
      const [checked] = await checkAll([given], folder, as);
      checked!.originalFilename = withExtension(given.originalFilename, as);
      return replace(id, { data: { ...data, ...named(data.fileInfo) }, file: checked! }, options);
    });

  // Stored names tell nothing and cannot be guessed. Strapi's own are made of the title, which is too long in pinyin.
  const manipulation = strapi.plugin('upload').service('image-manipulation') as unknown as { generateFileName(name: string): string };
  manipulation.generateFileName = () => randomBytes(16).toString('hex');
}

/** Strapi would shrink pictures a second time, and offers no setting for it but this one in the database. */
export async function keepPicturesAsChecked(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('upload').service('upload') as unknown as { setSettings(value: object): Promise<unknown> };
  await service.setSettings({ sizeOptimization: false, responsiveDimensions: false, autoOrientation: false, aiMetadata: false });
}

/** @throws {errors.ValidationError} Naming every file that is refused; none of them is stored then. */
async function checkAll(files: readonly GivenFile[], folder: string, as?: string): Promise<GivenFile[]> {
  const reasons: string[] = [];
  const checked: GivenFile[] = [];
  for (const file of files) {
    const name = nameOf(file);
    const result = await checkFile({ filepath: file.filepath, name }, folder, as);
    if (typeof result === 'string') reasons.push(result);
    else checked.push({ ...file, originalFilename: name, filepath: result.filepath, size: result.size, mimetype: result.mime, detectedMimeType: result.mime });
  }
  if (reasons.length > 0) throw new errors.ValidationError(reasons.join('；'));
  return checked;
}

/** A file keeps its address when it is replaced, so it keeps its extension: pictures are converted, others refused. */
function extensionFor(name: string, stored: { name: string; ext: string }): string {
  const [old, given] = [kindOf(`x${stored.ext}`), kindOf(name)];
  const bothPictures = old?.inspection.as === 'picture' && given?.inspection.as === 'picture';
  if (!given || !old || bothPictures || extname(name).toLowerCase() === stored.ext.toLowerCase()) return given && old ? stored.ext : extname(name);
  throw new errors.ValidationError(refusal(name, `它不能替换“${stored.name}”，替换的文件也要是 ${stored.ext}。换成别的格式请另外上传，再到内容里改选`));
}

const nameOf = ({ originalFilename }: GivenFile) => readableName(originalFilename ?? '');
const withExtension = (name: string, extension: string) =>
  extname(name).toLowerCase() === extension.toLowerCase() ? name : `${name.slice(0, name.length - extname(name).length)}${extension}`;

function named(info: FileInfo | FileInfo[] | undefined): { fileInfo?: never } {
  const clean = (one: FileInfo) => (one.name ? { ...one, name: readableName(one.name) } : one);
  return (info ? { fileInfo: Array.isArray(info) ? info.map(clean) : clean(info) } : {}) as { fileInfo?: never };
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-upload-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
