import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { listVariants, PATHS, PICTURE_REVISION, variantPath } from '@mingchuang/content';

/** The variants of a picture by their public address. */
export interface Variants {
  widths: number[];
  variants: Map<string, Uint8Array>;
}

/**
 * The variants of a picture: from the cache, or made now and put there. A picture that cannot be read has none and is
 * shown as it is.
 */
export async function loadVariants(cache: string, hash: string, original: Uint8Array): Promise<Variants> {
  const folder = path.join(cache, hash, PICTURE_REVISION);
  const fileOf = (address: string) => path.join(cache, address.slice(PATHS.media.length));
  const list = path.join(folder, 'widths.json');
  const known = await readFile(list, 'utf8').catch(() => undefined);
  if (known) {
    const widths = JSON.parse(known) as number[];
    const addresses = listVariants(widths).map((variant) => variantPath(hash, variant));
    return { widths, variants: new Map(await Promise.all(addresses.map(async (address) => [address, await readFile(fileOf(address))] as const))) };
  }

  // Loaded when a site with pictures is built: the renderer that lives in the publisher and the gateway never needs it.
  const { encodePicture } = await import('@mingchuang/pictures');
  const encoding = await encodePicture(original);
  if (encoding.kind === 'failed') console.warn(`A picture is shown as it is, it cannot be read: ${hash} (${encoding.reason})`);
  const { widths, variants: made } = encoding.kind === 'encoded' ? encoding : { widths: [], variants: [] };
  const variants = new Map(made.map((variant) => [variantPath(hash, variant), variant.bytes]));
  await mkdir(folder, { recursive: true });
  for (const [address, bytes] of variants) await writeFile(fileOf(address), bytes);
  // The list last: without it an interrupted build's files count for nothing.
  await writeFile(`${list}.new`, JSON.stringify(widths));
  await rename(`${list}.new`, list);
  return { widths, variants };
}
