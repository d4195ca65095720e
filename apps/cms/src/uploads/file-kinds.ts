import { extname } from 'node:path';

/** As many bytes as `describeWrongKind` needs to see. */
export const HEAD_BYTES = 1024;

type Check = (head: Buffer) => boolean;

/** How a kind of file is looked at beyond its first bytes. */
export type Inspection =
  | { as: 'picture'; format: 'jpeg' | 'png' | 'gif' | 'webp' }
  /** A ZIP container; `part` is the entry that makes it a document of its kind. */
  | { as: 'zip'; part?: string }
  /** Microsoft's older container; one of `streams` makes it a document of its kind. */
  | { as: 'compound'; streams: readonly string[] }
  | { as: 'pdf' }
  | { as: 'text' }
  | { as: 'media' };

export interface FileKind {
  /** What the file is stored and served as, whatever the browser that sent it declared. */
  mime: string;
  isHead: Check;
  inspection: Inspection;
}

const startsWith =
  (hex: string, at = 0): Check =>
  (head) =>
    head.subarray(at, at + hex.length / 2).toString('hex') === hex;

const isRiff = startsWith('52494646');
const isFtyp = startsWith('66747970', 4);
/** Text has no signature: it must be free of NUL bytes and must not be a page a browser would run. */
const isText: Check = (head) => !head.includes(0) && !/^\s*(\ufeff)?\s*<(!doctype|html|head|body|script|svg|\?xml)/i.test(head.toString('utf8'));

const picture = (format: 'jpeg' | 'png' | 'gif' | 'webp', isHead: Check): FileKind => ({ mime: `image/${format}`, isHead, inspection: { as: 'picture', format } });
const zip = (mime: string, part?: string): FileKind => ({ mime, isHead: startsWith('504b0304'), inspection: { as: 'zip', ...(part ? { part } : {}) } });
const compound = (mime: string, ...streams: string[]): FileKind => ({ mime, isHead: startsWith('d0cf11e0a1b11ae1'), inspection: { as: 'compound', streams } });
const text = (mime: string, isHead: Check = isText): FileKind => ({ mime, isHead, inspection: { as: 'text' } });
const media = (mime: string, isHead: Check): FileKind => ({ mime, isHead, inspection: { as: 'media' } });

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const isJpeg = startsWith('ffd8ff');

const KINDS: Record<string, FileKind> = {
  '.png': picture('png', startsWith('89504e470d0a1a0a')),
  '.jpg': picture('jpeg', isJpeg),
  '.jpeg': picture('jpeg', isJpeg),
  '.gif': picture('gif', startsWith('47494638')),
  '.webp': picture('webp', (head) => isRiff(head) && startsWith('57454250', 8)(head)),
  // Only at the very start: a file that is a picture or a page first and a PDF later is neither.
  '.pdf': { mime: 'application/pdf', isHead: startsWith('255044462d'), inspection: { as: 'pdf' } },
  '.ofd': zip('application/ofd', 'OFD.xml'),
  '.zip': zip('application/zip'),
  '.docx': zip(`${OFFICE}.wordprocessingml.document`, 'word/document.xml'),
  '.xlsx': zip(`${OFFICE}.spreadsheetml.sheet`, 'xl/workbook.xml'),
  '.pptx': zip(`${OFFICE}.presentationml.presentation`, 'ppt/presentation.xml'),
  '.doc': compound('application/msword', 'WordDocument'),
  '.xls': compound('application/vnd.ms-excel', 'Workbook', 'Book'),
  '.ppt': compound('application/vnd.ms-powerpoint', 'PowerPoint Document'),
  '.wps': compound('application/vnd.ms-works', 'WordDocument', 'WpsCustomData'),
  '.et': compound('application/vnd.ms-excel', 'Workbook', 'Book'),
  '.dps': compound('application/vnd.ms-powerpoint', 'PowerPoint Document'),
  '.mp3': media('audio/mpeg', (head) => startsWith('494433')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0)),
  '.mp4': media('video/mp4', isFtyp),
  '.txt': text('text/plain'),
  '.csv': text('text/csv'),
  '.vtt': text('text/vtt', (head) => isText(head) && /^\ufeff?WEBVTT/.test(head.toString('utf8'))),
};

/** What to do with files people often try, by their extension. */
const REMEDIES: [RegExp, string][] = [
  [/^\.(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppsm)$/, '含有宏，打开它的人可能中毒。请用 Word、Excel 或 WPS 另存为不含宏的 .docx、.xlsx 或 .pptx'],
  [/^\.svgz?$/, '矢量图里可以藏脚本。请导出为 PNG 或 WebP 图片'],
  [/^\.(heic|heif|avif|bmp|tiff?|psd|raw|cr2|nef)$/, '图片库不收这种格式。请另存为 JPG 或 PNG'],
  [/^\.(x?html?|mht|mhtml|xml)$/, '不接受网页文件。请另存为 PDF 或 Word 文档'],
  [/^\.(rar|7z|tar|gz|bz2)$/, '请改用 .zip 压缩'],
  [/^\.(mov|avi|wmv|flv|mkv|webm)$/, '请转换成 .mp4（H.264）'],
  [/^\.(rtf|odt|ods|pages|numbers)$/, '请另存为 .docx、.xlsx 或 PDF'],
];

/** The kind a file's name claims; `undefined` when files of that extension are not taken. */
export function kindOf(name: string): FileKind | undefined {
  return KINDS[extname(name).toLowerCase()];
}

/** One sentence: which file, why not, what to do. */
export function refusal(name: string, reason: string): string {
  return `“${name}”不能上传：${reason}`;
}

/**
 * Says why a file may not be uploaded by its name and first bytes, or nothing when it may. Strapi trusts the declared
 * type where it recognises no signature, so a page named .png would pass it.
 */
export function describeWrongKind(name: string, head: Buffer): string | undefined {
  const extension = extname(name).toLowerCase();
  const kind = KINDS[extension];
  if (head.length === 0) return refusal(name, '文件是空的，请检查原文件后重新上传');
  if (!kind) return refusal(name, REMEDIES.find(([pattern]) => pattern.test(extension))?.[1] ?? `不接受${extension || '没有扩展名'}的文件。请改用 PDF、Word、Excel、图片或 .zip`);
  if (kind.isHead(head)) return undefined;
  const actual = Object.entries(KINDS).find(([, { inspection, isHead }]) => inspection.as === 'picture' && isHead(head));
  if (actual && kind.inspection.as === 'picture') return refusal(name, `它其实是 ${actual[0]} 图片，请把扩展名改成 ${actual[0]} 再上传`);
  return refusal(name, `内容不是 ${extension} 文件，请用原来的软件重新保存`);
}
