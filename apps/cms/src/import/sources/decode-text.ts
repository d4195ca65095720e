import { createReadStream } from 'node:fs';

/** An encoding old office systems write, as TextDecoder names it. GB18030 holds GBK and GB2312. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

function encodingOfMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

const createStrictDecoder = () => new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes a text of unknown encoding. Chinese text in GB18030 is never valid UTF-8 but by the rarest accident, so what
 * can be read as UTF-8 is: pages saved by a browser often still declare the charset they had on the server.
 */
export function decodeText(bytes: Buffer): string {
  const marked = encodingOfMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return createStrictDecoder().decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Finds the encoding of a file of any size, by the same rule as `decodeText`. */
export async function detectEncoding(file: string): Promise<Encoding> {
  const decoder = createStrictDecoder();
  let isFirst = true;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const marked = isFirst && encodingOfMark(chunk);
    if (marked) return marked;
    isFirst = false;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return 'gb18030';
    }
  }
  try {
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** The text of a file, piece by piece, without a byte order mark. */
export async function* readText(file: string, encoding: Encoding): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    yield { text: decoder.decode(chunk, { stream: true }), bytes };
  }
  yield { text: decoder.decode(), bytes };
}
