import { PICTURE_FORMATS, variantPath, type FileRef } from '@mingchuang/content';

/** How wide a picture is shown: as a column of text, on a phone as the screen. */
const SIZES = '(min-width: 48em) 44rem, 100vw';

/** Attributes of one `<source>`. */
export interface PictureSource {
  type: string;
  srcset: string;
  sizes: string;
}

/**
 * The smaller variants of a picture a browser may choose from; none when they have not been made.
 * @param sizes How wide it is shown, where that is not as a column of text.
 */
export function pictureSources({ hash, widths }: Pick<FileRef, 'hash' | 'widths'>, sizes = SIZES): PictureSource[] {
  if (!hash || !widths?.length) return [];
  return PICTURE_FORMATS.map((format) => ({
    type: `image/${format}`,
    srcset: widths.map((width) => `${variantPath(hash, { width, format })} ${width}w`).join(', '),
    sizes,
  }));
}
