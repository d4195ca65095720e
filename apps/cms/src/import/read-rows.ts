import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export interface SourceRow {
  file: string;
  /** 1 for the first line. */
  line: number;
  /** As it stood in the file, for the errors file. */
  raw: string;
  /** Bytes read of the file so far, compressed as it lies there. */
  bytes: number;
  /** The row, or why the line could not be read. */
  value: Record<string, unknown> | { unreadable: string };
}

/**
 * Reads NDJSON files, gzipped or not, row by row.
 * @throws {Error} When a file is missing or of another kind.
 */
export async function* readRows(file: string): AsyncGenerator<SourceRow> {
  if (!/\.(ndjson|jsonl)(\.gz)?$/i.test(file)) throw new Error(`不认识的文件类型：${file}。请提供 .ndjson、.jsonl，或它们的 .gz 压缩文件。`);
  statSync(file);
  const disk = createReadStream(file);
  const stream: Readable = file.endsWith('.gz') ? disk.pipe(createGunzip()) : disk;
  let line = 0;
  for await (const raw of createInterface({ input: stream, crlfDelay: Infinity })) {
    line += 1;
    if (!raw.trim()) continue;
    yield { file, line, raw, bytes: disk.bytesRead, value: parse(raw.replace(/^\ufeff/, '')) };
  }
}

function parse(raw: string): SourceRow['value'] {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    return { unreadable: '这一行不是一个对象' };
  } catch (error) {
    return { unreadable: `这一行不是正确的 JSON：${(error as Error).message}` };
  }
}
