import { extname } from 'node:path';

/** As many bytes as `describeWrongKind` needs to see. */
export const HEAD_BYTES = 1024;

type Check = (head: Buffer) => boolean;

const startsWith =
  (hex: string, at = 0): Check =>
  (head) =>
    head.subarray(at, at + hex.length / 2).toString('hex') === hex;

const zip = startsWith('504b0304');
const compound = startsWith('d0cf11e0a1b11ae1');
/** Text has no signature: it must be free of NUL bytes and must not be a page a browser would run. */
const text: Check = (head) => !head.includes(0) && !/^\s*(\ufeff)?\s*<(!doctype|html|head|body|script|svg|\?xml)/i.test(head.toString('utf8'));

const KINDS: Record<string, Check> = {
  '.png': startsWith('89504e470d0a1a0a'),
  '.jpg': startsWith('ffd8ff'),
  '.jpeg': startsWith('ffd8ff'),
  '.gif': startsWith('47494638'),
  '.webp': (head) => startsWith('52494646')(head) && startsWith('57454250', 8)(head),
  '.pdf': (head) => head.includes('%PDF-'),
  '.ofd': zip,
  '.zip': zip,
  '.docx': zip,
  '.xlsx': zip,
  '.pptx': zip,
  '.doc': compound,
  '.xls': compound,
  '.ppt': compound,
  '.wps': compound,
  '.et': compound,
  '.dps': compound,
  '.mp3': (head) => startsWith('494433')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
  '.mp4': startsWith('66747970', 4),
  '.txt': text,
  '.csv': text,
  '.vtt': text,
};

/**
 * Says why a file may not be uploaded, or nothing when it may: its extension must be known and its first bytes must be
 * of that kind. Strapi trusts the declared type where it recognises no signature, so a page named .png would pass it.
 */
export function describeWrongKind(name: string, head: Buffer): string | undefined {
  const extension = extname(name).toLowerCase();
  const isKind = KINDS[extension];
  if (!isKind) return `“${name}”不能上传：不接受${extension || '没有扩展名'}的文件`;
  if (!isKind(head)) return `“${name}”不能上传：内容不是 ${extension} 文件，请用原来的软件重新保存`;
  return undefined;
}
