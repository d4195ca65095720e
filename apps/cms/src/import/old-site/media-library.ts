import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import type { Core } from '@strapi/strapi';

import { kindOf, refusal } from '../../uploads/file-kinds';
import type { FileUse } from './references';

type Sql = Core.Strapi['db']['connection'];

/** A file of the media library by both of its names: attributes want the number, rich text the document id. */
export interface StoredFile {
  id: number;
  documentId: string;
}

interface Upload {
  upload(request: { data: object; files: object }): Promise<StoredFile[]>;
}

const TABLE = 'imported_files';
const FILE = 'plugin::upload.file';

/** Makes the table that knows imported files by their content. */
export async function ensureFilesTable(sql: Sql): Promise<void> {
  if (await sql.schema.hasTable(TABLE)) return;
  await sql.schema.createTable(TABLE, (table) => {
    table.string('digest', 40).primary();
    table.integer('file_id').notNullable();
    table.string('document_id').notNullable();
  });
}

/** Brings files of the old site into the media library, equal content only once. */
export class MediaLibrary {
  /** Files that were not there before. */
  added = 0;
  readonly #known = new Map<string, StoredFile>();

  constructor(private readonly strapi: Core.Strapi) {}

  /** @returns The file, or why the upload service did not take it. */
  async store(use: FileUse): Promise<StoredFile | { refused: string }> {
    const known = this.#known.get(use.file.digest) ?? (await this.#find(use.file.digest));
    if (known) {
      this.#known.set(use.file.digest, known);
      return known;
    }
    try {
      const stored = await this.#add(use);
      this.#known.set(use.file.digest, stored);
      this.added += 1;
      return stored;
    } catch (error) {
      const { message } = error as Error;
      return { refused: message.includes('不能上传') ? message : refusal(use.name, describeError(message)) };
    }
  }

  /** An editor may have deleted what an earlier import brought. */
  async #find(digest: string): Promise<StoredFile | undefined> {
    const row = (await this.strapi.db.connection(TABLE).where({ digest }).first()) as { document_id: string } | undefined;
    if (!row) return undefined;
    const file = (await this.strapi.db.query(FILE).findOne({ where: { documentId: row.document_id }, select: ['id', 'documentId'] })) as StoredFile | null;
    return file ? { id: Number(file.id), documentId: file.documentId } : undefined;
  }

  /** The file and the note of it are one transaction: an import that is cut off here finds both or none. */
  async #add({ file, name, alt }: FileUse): Promise<StoredFile> {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    try {
      // The service may change what it is given, so it gets a copy.
      const extension = extname(file.name).toLowerCase();
      const filepath = join(folder, `file${extension}`);
      if (typeof file.content === 'string') copyFileSync(file.content, filepath);
      else writeFileSync(filepath, file.content);
      const service = this.strapi.plugin('upload').service('upload') as unknown as Upload;
      return await this.strapi.db.transaction(async ({ trx }) => {
        const [stored] = await service.upload({
          data: { fileInfo: { name, ...(alt ? { alternativeText: alt } : {}) } },
          files: { filepath, originalFilename: name, mimetype: kindOf(name)?.mime, size: statSync(filepath).size },
        });
        const { id, documentId } = stored!;
        await (trx as unknown as Sql)(TABLE).insert({ digest: file.digest, file_id: id, document_id: documentId }).onConflict('digest').merge();
        return { id: Number(id), documentId };
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** What Strapi's upload service says in English, for what happens to old files. */
function describeError(message: string): string {
  if (/size|large/i.test(message)) return '文件太大';
  if (/valid image/i.test(message)) return '图片已损坏，请用看图软件重新保存';
  return message;
}
