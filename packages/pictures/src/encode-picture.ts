import { listVariants, widthsFor, type PictureVariant } from '@mingchuang/content';
import sharp, { type Metadata } from 'sharp';

export interface EncodedVariant extends PictureVariant {
  bytes: Uint8Array;
}

export type Encoding =
  | { kind: 'encoded'; widths: number[]; variants: EncodedVariant[] }
  /** Shown as it is: an animation, or a picture that only gets larger. */
  | { kind: 'kept' }
  /** Shown as it is, because it cannot be read. */
  | { kind: 'failed'; reason: string };

const SECONDS = 60;
/** WebP stores a side in 14 bits. */
const MAX_SIDE = 16_383;
/** The same settings give the same bytes. A change of them is a new PICTURE_REVISION. */
const SETTINGS = {
  // A fifth of the time of sharp's own effort for an eighth more bytes.
  avif: { quality: 55, effort: 2, chromaSubsampling: '4:2:0' },
  webp: { quality: 78, effort: 4 },
} as const;

/**
 * Makes the variants of a picture: what the publisher releases and the plain build writes.
 * @param source The original's bytes, or the file that holds them.
 */
export async function encodePicture(source: Uint8Array | string): Promise<Encoding> {
  try {
    const { width, height, pages, size }: Metadata = await sharp(source).metadata();
    const bytes = size ?? (typeof source === 'string' ? Infinity : source.length);
    if ((pages ?? 1) > 1 || height > MAX_SIDE) return { kind: 'kept' };
    const widths = widthsFor(width);
    const variants = await Promise.all(listVariants(widths).map((variant) => encode(source, variant)));
    const largest = variants.findLast(({ format }) => format === 'avif')!;
    return largest.bytes.length < bytes ? { kind: 'encoded', widths, variants } : { kind: 'kept' };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function encode(source: Uint8Array | string, { width, format }: PictureVariant): Promise<EncodedVariant> {
  const resized = sharp(source, { failOn: 'error' }).resize({ width, withoutEnlargement: true }).timeout({ seconds: SECONDS });
  const bytes = await (format === 'avif' ? resized.avif(SETTINGS.avif) : resized.webp(SETTINGS.webp)).toBuffer();
  return { width, format, bytes };
}
