import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** How an encoding is stored beside an object and told apart in an ETag. */
export const SUFFIX: Record<Encoding, 'br' | 'gz'> = { br: 'br', gzip: 'gz' };

const [brotli, unbrotli, zip, unzip] = [promisify(brotliCompress), promisify(brotliDecompress), promisify(gzip), promisify(gunzip)];

/** Compresses while a visitor waits: fast before small. The publisher puts the smallest form beside the object. */
export async function compress(encoding: Encoding, body: Buffer): Promise<Buffer> {
  if (encoding === 'gzip') return zip(body, { level: 6 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** @param limit The most bytes it may unfold to. @throws {Error} When it is damaged or unfolds to more. */
export async function decompress(encoding: Encoding, body: Buffer, limit: number): Promise<Buffer> {
  return encoding === 'gzip' ? unzip(body, { maxOutputLength: limit }) : unbrotli(body, { maxOutputLength: limit });
}

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|wasm|manifest\+json|ld\+json|rss\+xml|atom\+xml|geo\+json)|image\/svg\+xml|font\/(ttf|otf))/;

/** Whether compressing a body of this type is worth it. */
export function isCompressible(type: string): boolean {
  return COMPRESSIBLE.test(type);
}

/** The encoding to answer with by an Accept-Encoding header; brotli before gzip when both are equally welcome. */
export function chooseEncoding(header: string | undefined): Encoding | undefined {
  if (!header) return undefined;
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q ? Number(q.slice(2)) : 1;
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? weight : 0);
  }
  const weigh = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const best = weigh('br') >= weigh('gzip') ? 'br' : 'gzip';
  return weigh(best) > 0 ? best : undefined;
}
