import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

import type { ObjectStore } from './objects.ts';

const brotliAside = promisify(brotliCompress);
const gzipAside = promisify(gzip);

/** Below this a compressed answer is not worth its header. */
const SMALLEST = 150;
const QUICK = 5;
const BEST = 11;

/** True for types that get smaller; pictures, fonts and archives do not. */
export function isCompressible(type: string): boolean {
  return /^text\/|json|xml|javascript|wasm|svg|manifest/.test(type) && !type.includes('openxmlformats');
}

/** Writes the siblings of an object small enough, off the main thread; the best follows in the background. 1 ms for a page. */
export async function compressQuickly(objects: ObjectStore, hash: string, bytes: Uint8Array): Promise<void> {
  const [brotli, gzipped] = await Promise.all([brotliAside(bytes, brotliOptions(QUICK, bytes)), gzipAside(bytes, { level: 6 })]);
  put(objects, hash, bytes, brotli, gzipped);
}

/** Writes the siblings of an object as small as they get, off the main thread. 10 to 17 ms for a page. */
export async function compressBest(objects: ObjectStore, hash: string, bytes: Uint8Array): Promise<void> {
  const [brotli, gzipped] = await Promise.all([brotliAside(bytes, brotliOptions(BEST, bytes)), gzipAside(bytes, { level: 9 })]);
  put(objects, hash, bytes, brotli, gzipped);
}

/** Compressed forms of a file that is no object; a form that is not smaller is left out. Always the same for the same bytes. */
export function compressForFiles(bytes: Uint8Array): { br?: Buffer; gz?: Buffer } {
  if (bytes.length < SMALLEST) return {};
  const br = brotliCompressSync(bytes, brotliOptions(QUICK, bytes));
  const gz = gzipSync(bytes, { level: 9 });
  return { ...(br.length < bytes.length && { br }), ...(gz.length < bytes.length && { gz }) };
}

function brotliOptions(quality: number, bytes: Uint8Array): { params: Record<number, number> } {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  };
}

function put(objects: ObjectStore, hash: string, bytes: Uint8Array, brotli: Uint8Array, gzipped: Uint8Array): void {
  if (bytes.length < SMALLEST) return;
  if (brotli.length < bytes.length) objects.putSibling(hash, '.br', brotli);
  if (gzipped.length < bytes.length) objects.putSibling(hash, '.gz', gzipped);
}
