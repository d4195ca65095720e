import type { z } from 'zod';

import { CASE_SCHEMAS, CONTENT_SCHEMAS, type AnyEntry, type FeedLine, type FileRef } from '@mingchuang/content';

export type EntryLine = Extract<FeedLine, { kind: 'entry' }>;

const SCHEMAS: Record<string, z.ZodType> = { ...CONTENT_SCHEMAS, ...CASE_SCHEMAS };

/** What the publisher adds to a file: the name of its object and, once made, the widths of its variants. */
export type KnownFile = { hash: string; widths?: number[] };

export type PreparedEntry =
  | { kind: 'ready'; entry: AnyEntry; missing: FileRef[] }
  /** The entry does not meet its schema; whoever wrote it is told `reason`. */
  | { kind: 'bad'; reason: string; fields?: string[]; entry: AnyEntry; missing: FileRef[] };

/**
 * Turns a line of the feed into an entry that pages can be made from: checked, with the hash of every file filled in.
 *
 * A file that could not be fetched is left out, so that no page links to nothing. The entry's version then says so:
 * when the file arrives, the version changes and the pages are drawn again. The same goes for a picture's variants.
 *
 * @param find What is known of a fetched file; `undefined` for one that is missing.
 */
export function prepareEntry(line: EntryLine, find: (file: FileRef) => KnownFile | undefined): PreparedEntry {
  const missing: FileRef[] = [];
  let encoded = 0;
  const fill = (file: FileRef): FileRef | undefined => {
    const known = find(file);
    if (!known) missing.push(file);
    if (known?.widths) encoded++;
    return known && { ...file, ...known };
  };
  const data = fillFiles(line.data, fill);
  const parsed = SCHEMAS[line.type]?.safeParse(data);
  const bodyFiles = line.bodyFiles?.map(fill).filter((file) => file !== undefined);
  const entry = {
    type: line.type,
    documentId: line.documentId,
    locale: line.locale,
    version: `${line.version}${missing.map(({ id }) => `-without-${id}`).join('')}${encoded ? `-encoded-${encoded}` : ''}`,
    data: parsed?.success ? parsed.data : data,
    ...(bodyFiles && { bodyFiles }),
  } as AnyEntry;
  if (parsed?.success) return { kind: 'ready', entry, missing };
  const reason = parsed ? describeIssues(parsed.error) : `发布程序不认识“${line.type}”这种内容，需要先升级发布程序。`;
  return { kind: 'bad', reason, ...(parsed ? { fields: fieldsOf(parsed.error) } : {}), entry, missing };
}

/** Every file a line names, in attributes at any depth and in its body. */
export function filesOfLine(line: EntryLine): FileRef[] {
  const found: FileRef[] = [...(line.bodyFiles ?? [])];
  fillFiles(line.data, (file) => {
    found.push(file);
    return file;
  });
  return found;
}

/** Copies a value with each file replaced by what `fill` answers; a file answered `undefined` is left out. */
function fillFiles(value: unknown, fill: (file: FileRef) => FileRef | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => fillFiles(item, fill)).filter((item) => item !== undefined);
  if (value === null || typeof value !== 'object') return value;
  if (isFileRef(value)) return fill(value);
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [name, fillFiles(item, fill)] as const)
      .filter(([, item]) => item !== undefined),
  );
}

function isFileRef(value: object): value is FileRef {
  return 'mime' in value && 'version' in value && 'id' in value;
}

const fieldsOf = (error: z.ZodError) => [...new Set(error.issues.map(({ path }) => path.join('.') || '整条内容'))];

function describeIssues(error: z.ZodError): string {
  const fields = fieldsOf(error);
  return `有 ${fields.length} 处内容不符合要求：${fields.slice(0, 5).join('、')}。线上仍是上一个版本。`;
}
