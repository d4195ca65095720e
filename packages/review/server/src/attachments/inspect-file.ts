import type { InspectedFile } from '../checks/attachments.ts';
import { findPersonal } from '../checks/personal/numbers.ts';
import { readParts } from './read-parts.ts';

/** What is said of a file wherever it is used. */
export type FileReport = Omit<InspectedFile, 'field' | 'name'>;

/** Kinds of one part that are worth a line each. */
const TOLD = 12;

/** Reads a file and finds what is personal in it. Nothing of its words is kept but masked numbers. */
export async function inspectFile(extension: string, bytes: Uint8Array): Promise<FileReport> {
  let read: Awaited<ReturnType<typeof readParts>>;
  try {
    read = await readParts(extension, bytes);
  } catch {
    return { hits: [], unread: '打不开，可能加了密码或者已经损坏' };
  }
  const hits = new Map<string, FileReport['hits'][number]>();
  let letters = 0;
  for (const { where, text } of read.parts) {
    letters += text.trim().length;
    for (const { kind, masked } of findPersonal(text)) {
      const key = `${kind} ${where ?? ''}`;
      const known = hits.get(key);
      hits.set(key, known ? { ...known, count: known.count + 1 } : { kind, masked, count: 1, ...(where ? { where } : {}) });
    }
  }
  const isScan = extension === '.pdf' && letters === 0;
  return {
    hits: [...hits.values()].slice(0, TOLD),
    ...(read.hidden.length > 0 ? { hidden: read.hidden } : {}),
    ...(isScan ? { unread: '是扫描的图片，里面的字读不出' } : {}),
  };
}
