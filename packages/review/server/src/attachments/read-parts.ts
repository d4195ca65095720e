import type { FileParts } from './file-parts.ts';
import { readPdf } from './read-pdf.ts';
import { readWorkbook } from './read-workbook.ts';

const plain = (text: string): FileParts => ({ parts: [{ text }], hidden: [] });

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

async function readWord(bytes: Uint8Array): Promise<FileParts> {
  const { default: mammoth } = await import('mammoth');
  return plain((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
}

const READERS: Record<string, (bytes: Uint8Array) => Promise<FileParts> | FileParts> = {
  '.docx': readWord,
  '.xlsx': readWorkbook,
  '.pdf': readPdf,
  '.csv': (bytes) => plain(decode(bytes)),
  '.txt': (bytes) => plain(decode(bytes)),
};

/** Kinds of files with words in them that nothing here can read, and what to say of them. */
const UNREADABLE: Record<string, string> = {
  '.doc': '旧的 .doc 格式读不了，请另存为 .docx',
  '.xls': '旧的 .xls 格式读不了，请另存为 .xlsx',
  '.wps': '.wps 格式读不了，请另存为 .docx 或者 PDF',
  '.et': '.et 格式读不了，请另存为 .xlsx',
  '.ofd': '.ofd 格式读不了',
  '.zip': '压缩包里的文件没有打开',
};

/** Whether a file of this ending has words that can be read: yes, no, or why not. */
export function readability(extension: string): true | false | string {
  return extension in READERS ? true : (UNREADABLE[extension] ?? false);
}

/**
 * Reads the words of a file.
 * @param extension Of a kind that is readable: `.docx`.
 * @throws {Error} When the file is damaged or locked by a password.
 */
export async function readParts(extension: string, bytes: Uint8Array): Promise<FileParts> {
  return READERS[extension]!(bytes);
}
