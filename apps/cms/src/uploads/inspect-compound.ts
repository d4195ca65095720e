import { createReadStream } from 'node:fs';

/** Storages of macros: Word keeps `Macros`, Excel `_VBA_PROJECT_CUR`; both hold a stream `_VBA_PROJECT`. */
const MACRO = '_VBA_PROJECT';

/**
 * Looks for the names of streams in one of Microsoft's older containers (MS-CFB, 2.6.1: names are UTF-16LE). Installers
 * and mails use the same container, so the signature alone proves nothing.
 *
 * @param streams One of them makes it a document of its kind.
 * @returns Why the file is refused.
 */
export async function inspectCompound(file: string, streams: readonly string[]): Promise<string | undefined> {
  const needles = [MACRO, ...streams].map((name) => ({ name, bytes: Buffer.from(name, 'utf16le') }));
  const found = new Set<string>();
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const window = Buffer.concat([rest, chunk]);
    for (const { name, bytes } of needles) if (window.includes(bytes)) found.add(name);
    rest = window.subarray(-2 * 64);
  }
  if (found.has(MACRO)) return '文档里有宏，打开它的人可能中毒。请另存为不含宏的 .docx、.xlsx 或 .pptx';
  if (!streams.some((name) => found.has(name))) return '内容不是这种文档，请用 Word、WPS 等原来的软件重新保存';
  return undefined;
}
