import { createHash } from 'node:crypto';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { cleanPicture } from './clean-picture';
import { describeWrongKind, HEAD_BYTES, kindOf, refusal, type FileKind } from './file-kinds';
import { inspectCompound } from './inspect-compound';
import { inspectPdf } from './inspect-pdf';
import { inspectZip } from './inspect-zip';
import { encodeText, readText } from './read-text';

/** A file on its way into the media library. */
export interface IncomingFile {
  filepath: string;
  /** Its readable name, with the extension. */
  name: string;
}

export interface CheckedFile {
  /** The file itself or its clean copy. */
  filepath: string;
  size: number;
  mime: string;
}

/** Reads as much of a file as tells its kind. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Checks a file by its content and makes the copy that is kept: pictures are encoded anew, text becomes UTF-8, other
 * kinds are kept as they are or refused.
 *
 * @param folder Where copies are written; the caller removes it.
 * @param as Extension the file is stored under; another than its own when it replaces a picture of another format.
 * @returns The file to keep, or the sentence that says why there is none.
 */
export async function checkFile({ filepath, name }: IncomingFile, folder: string, as = extname(name)): Promise<CheckedFile | string> {
  const wrong = describeWrongKind(name, await readHead(filepath));
  if (wrong) return wrong;
  const [kind, stored] = [kindOf(name)!, kindOf(`x${as}`)!];
  const copy = join(folder, createHash('sha1').update(filepath).digest('hex'));
  const result = await inspect(filepath, copy, { kind, stored, extension: as.toLowerCase() });
  if (result.reason) return refusal(name, result.reason);
  const kept = result.copied ? copy : filepath;
  return { filepath: kept, size: (await stat(kept)).size, mime: stored.mime };
}

type Outcome = { reason?: string | undefined; copied?: boolean };
type Task = { kind: FileKind; stored: FileKind; extension: string };

async function inspect(source: string, copy: string, { kind, stored, extension }: Task): Promise<Outcome> {
  const { inspection } = kind;
  switch (inspection.as) {
    case 'picture': {
      const to = stored.inspection.as === 'picture' ? stored.inspection.format : inspection.format;
      return { reason: await cleanPicture(source, copy, { from: inspection.format, to }), copied: true };
    }
    case 'zip':
      return { reason: await inspectZip(source, inspection.part) };
    case 'compound':
      return { reason: await inspectCompound(source, inspection.streams) };
    case 'pdf':
      return { reason: await inspectPdf(source) };
    case 'text':
      return keepAsUtf8(source, copy, extension);
    case 'media':
      return {};
  }
}

async function keepAsUtf8(source: string, copy: string, extension: string): Promise<Outcome> {
  const read = readText(await readFile(source));
  if ('reason' in read) return read;
  if (read.converted) await writeFile(copy, encodeText(read.text, extension));
  return { copied: read.converted };
}
