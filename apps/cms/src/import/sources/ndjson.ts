import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { Row, SourceRow } from './source-row';

/** Reads a file of one JSON object a line, gzipped or not. */
export async function* readNdjson(file: string): AsyncGenerator<SourceRow> {
  const { size } = statSync(file);
  const disk = createReadStream(file);
  const stream: Readable = file.endsWith('.gz') ? disk.pipe(createGunzip()) : disk;
  let line = 0;
  for await (const raw of createInterface({ input: stream, crlfDelay: Infinity })) {
    line += 1;
    if (!raw.trim()) continue;
    yield { file, place: `第 ${line} 行`, progress: disk.bytesRead / size, ...parse(raw.replace(/^\ufeff/, '')) };
  }
}

function parse(raw: string): Pick<SourceRow, 'value' | 'unreadable'> {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Row };
    return { value: { _raw: raw }, unreadable: '这一行不是一个对象' };
  } catch (error) {
    return { value: { _raw: raw }, unreadable: `这一行不是正确的 JSON：${(error as Error).message}` };
  }
}
