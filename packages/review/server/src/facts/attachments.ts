import { createHash } from 'node:crypto';
import { extname } from 'node:path';

import type { Core } from '@strapi/strapi';

import type { FileReport } from '../attachments/inspect-file.ts';
import { inspectInThread } from '../attachments/inspect-in-thread.ts';
import { openStored, type StoredFile } from '../attachments/open-stored.ts';
import { readability } from '../attachments/read-parts.ts';
import type { InspectedFile } from '../checks/attachments.ts';
import type { CheckedDocument } from '../checks/document.ts';
import type { Around } from '../checks/registered.ts';
import { onConnection } from '../store/connection.ts';

const TABLE = 'review_file_reports';
/** Raised when files are read better, so that they are read again. */
const READER = 1;
/** Larger ones are not read, bytes. */
const MOST = 30 * 1024 * 1024;

interface File extends StoredFile {
  id: number;
  name: string;
  hash: string;
  size: number;
  updatedAt: string | Date;
}
interface Named {
  field: string;
  id: number;
}

/** The files of a document, by what the form or the database holds in its media fields. */
function listFiles({ slots }: CheckedDocument): Named[] {
  return slots
    .filter(({ attribute }) => attribute.type === 'media')
    .flatMap(({ field, value }) =>
      (Array.isArray(value) ? value : [value]).flatMap((file: unknown) => {
        const id = typeof file === 'number' ? file : (file as { id?: unknown } | null)?.id;
        return typeof id === 'number' ? [{ field, id }] : [];
      }),
    );
}

/** Inspects the files of a document, each once as long as it stays the same. */
export async function gatherFiles(document: CheckedDocument, { strapi }: Around): Promise<InspectedFile[]> {
  const named = listFiles(document);
  if (named.length === 0) return [];
  // By number only: what else a form says of a file is not to be trusted.
  const files = (await strapi.db.query('plugin::upload.file').findMany({ where: { id: { $in: named.map(({ id }) => id) } } })) as File[];
  const inspected: InspectedFile[] = [];
  for (const { field, id } of named) {
    const file = files.find((one) => one.id === id);
    const report = file && (await reportOn(strapi, file));
    if (report) inspected.push({ field, name: file.name, ...report });
  }
  return inspected;
}

async function reportOn(strapi: Core.Strapi, file: File): Promise<FileReport | undefined> {
  const extension = extname(file.name).toLowerCase();
  const readable = readability(extension);
  if (readable === false) return undefined;
  if (readable !== true) return { hits: [], unread: readable };
  if (file.size * 1024 > MOST) return { hits: [], unread: '超过 30 MB' };
  const key = createHash('sha256').update(JSON.stringify([READER, file.id, file.hash, file.url, file.size, new Date(file.updatedAt).getTime()])).digest('hex');
  const known = (await onConnection(strapi, (sql) => sql(TABLE).where({ key }).first('report'))) as { report: string } | undefined;
  if (known) return JSON.parse(known.report) as FileReport;
  const bytes = await openStored(strapi, file);
  if (!bytes) return { hits: [], unread: '文件不见了' };
  const report = await inspectInThread(extension, bytes);
  await onConnection(strapi, async (sql) => {
    await sql(TABLE).where({ file_id: file.id }).delete();
    await sql(TABLE).insert({ key, file_id: file.id, report: JSON.stringify(report) }).onConflict('key').ignore();
  });
  return report;
}
