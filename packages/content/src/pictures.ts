import type { FileRef } from './entry.ts';
import { PATHS } from './paths.ts';

/** Widths in pixels that a picture is offered in; a phone, a column of text, a wide or fine screen. */
const WIDTHS = [480, 960, 1440] as const;

/** Formats of the variants, the smaller first: browsers take the first they know. */
export const PICTURE_FORMATS = ['avif', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Part of every variant's address. Raised when the encoder's settings change, since addresses are cached for ever. */
export const PICTURE_REVISION = 'v1';

/** A picture in another size and format. */
export interface PictureVariant {
  width: number;
  format: PictureFormat;
}

/** True for files that variants can be made of. Drawings and animations are shown as they are. */
export function isPicture({ mime }: Pick<FileRef, 'mime'>): boolean {
  return /^image\/(jpeg|png|webp)$/.test(mime);
}

/** The widths a picture is offered in: those that make a difference, never more than its own. */
export function widthsFor(width: number): number[] {
  const smaller = WIDTHS.filter((candidate) => candidate * 1.15 < width);
  const largest = Math.min(width, WIDTHS.at(-1)!);
  return smaller.at(-1) === largest ? smaller : [...smaller, largest];
}

/** Every variant of a picture in these widths, in the order a page offers them. */
export function listVariants(widths: readonly number[]): PictureVariant[] {
  return PICTURE_FORMATS.flatMap((format) => widths.map((width) => ({ width, format })));
}

/** Public address of a variant: below its original's hash, in a folder no file name can be in the way of. */
export function variantPath(hash: string, { width, format }: PictureVariant): string {
  return `${PATHS.media}${hash}/${PICTURE_REVISION}/${width}.${format}`;
}
