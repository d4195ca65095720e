import { open } from 'node:fs/promises';

/** Programs write the end mark within the last kilobyte (ISO 32000-1, annex H.3.18); some systems pad behind it. */
const TAIL = 16 * 1024;

/** Tells a PDF that was cut off on its way. @returns Why the file is refused. */
export async function inspectPdf(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.includes('%%EOF') ? undefined : 'PDF 文件不完整，请重新导出后再上传';
  } finally {
    await file.close();
  }
}
