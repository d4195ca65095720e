import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, relative, sep } from 'node:path';

import { describeWrongKind, HEAD_BYTES, kindOf } from '../../uploads/file-kinds';
import { filesBelow } from '../sources/folder';

/** A file a document uses. Equal content has an equal digest, whatever its name. */
export interface SiteFile {
  digest: string;
  name: string;
  /** Where it lies, or its bytes when it came inside a document. */
  content: string | Buffer;
}

export type Found = { kind: 'file'; file: SiteFile } | { kind: 'refused'; reason: string } | { kind: 'missing' };

/** Extensions of the kinds of pictures documents carry inside themselves. */
const EMBEDDED: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/x-emf': 'emf', 'image/x-wmf': 'wmf', 'image/bmp': 'bmp', 'image/tiff': 'tif' };

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, 40);

/**
 * The files of an old site, found by the addresses its pages use. Only what lies below its folder can be found, and
 * only files that may be uploaded are handed out.
 */
export class SiteFiles {
  #places: Map<string, string> | undefined;
  readonly #found = new Map<string, Found>();

  /** @param root The folder; without one nothing is found but what is inside the documents. */
  constructor(
    private readonly root: string | undefined,
    readonly under = '/',
  ) {}

  /** @param path Decoded path on the old site. */
  find(path: string): Found {
    const place = this.#placeOf(path);
    if (!place) return { kind: 'missing' };
    const known = this.#found.get(place);
    if (known) return known;
    const found = check(basename(place), readFileSync(place), place);
    this.#found.set(place, found);
    return found;
  }

  /** Reads a picture that is part of the document: `data:image/png;base64,…`. */
  readEmbedded(address: string, name: string): Found {
    const [, type = '', data = ''] = /^data:([\w/+.-]+);base64,([\s\S]*)$/i.exec(address) ?? [];
    const bytes = Buffer.from(data, 'base64');
    if (!bytes.length) return { kind: 'missing' };
    return check(`${name}.${EMBEDDED[type.toLowerCase()] ?? 'bin'}`, bytes, bytes);
  }

  /** Windows servers told no capitals from small letters, so links do not either. */
  #placeOf(path: string): string | undefined {
    if (!this.root || !existsSync(this.root)) return undefined;
    this.#places ??= new Map(
      [...filesBelow(this.root)].map((place) => [(this.under + relative(this.root!, place).split(sep).join('/')).normalize('NFC').toLowerCase(), place]),
    );
    return this.#places.get(path.replace(/\/{2,}/g, '/').normalize('NFC').toLowerCase());
  }
}

const PICTURES = ['.jpg', '.png', '.gif', '.webp'];

/** The upload service looks closer; here is refused what no look inside could save. */
function check(name: string, bytes: Buffer, content: string | Buffer): Found {
  const head = bytes.subarray(0, HEAD_BYTES);
  const accept = (as: string): Found => ({ kind: 'file', file: { digest: digestOf(bytes), name: as, content } });
  const reason = describeWrongKind(name, head);
  if (!reason) return accept(name);
  // Old systems cared little whether a picture was what its name said.
  const actual = kindOf(name)?.inspection.as === 'picture' && PICTURES.find((extension) => !describeWrongKind(`x${extension}`, head));
  return actual ? accept(`${basename(name, extname(name))}${actual}`) : { kind: 'refused', reason };
}

/** The name visitors see: what the link calls the file, with the extension it has. */
export function nameFile(file: SiteFile, text: string): string {
  const extension = extname(file.name).toLowerCase();
  const words = text
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/^附件?\s*[\d一二三四五六七八九十]*\s*[：:．.、]\s*/, '')
    .replace(/^\d{1,2}\s*[．.、]\s*(?=\D)/, '')
    .trim();
  const bare = words.toLowerCase().endsWith(extension) ? words.slice(0, -extension.length) : words;
  const safe = bare.replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').trim().slice(0, 80);
  const isTelling = safe.length > 1 && !/^(点击)?(下载|附件|查看|详情)/.test(safe);
  return isTelling ? `${safe}${extension}` : file.name;
}
