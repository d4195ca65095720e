const UTF_8_MARK = '\ufeff';

/**
 * Reads a text file in one of the two encodings in use in China.
 * @returns Its text and whether it was stored in another encoding than UTF-8, or why it is refused.
 */
export function readText(bytes: Buffer): { text: string; converted: boolean } | { reason: string } {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  // Control characters other than tab, line feed, form feed and carriage return.
  if (text === undefined || /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0080-\u009f]/.test(text)) {
    return { reason: '内容不是纯文本。请用记事本或表格软件另存为“UTF-8”编码' };
  }
  return { text, converted: decode(bytes, 'utf-8') === undefined };
}

/** A table for Excel and WPS begins with a mark, or they would read UTF-8 as GBK. */
export function encodeText(text: string, extension: string): Buffer {
  return Buffer.from(extension === '.csv' && !text.startsWith(UTF_8_MARK) ? UTF_8_MARK + text : text);
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
