import sharp, { type Metadata, type Sharp } from 'sharp';

/** Phones take up to 50 megapixels. A file of a few kilobytes can claim billions: it is refused before it is decoded. */
const MAX_PIXELS = 60_000_000;
/** The longest side that every format the site uses can have (WebP: 14 bits). */
const MAX_SIDE = 16_383;
const SECONDS = 60;

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp';

/**
 * Decodes a picture and writes it anew: upright, in sRGB, without EXIF, position, comments, profiles, or anything
 * hidden behind the pixels.
 *
 * @param target Where the clean picture is written, in the format `to`.
 * @returns Why the file is refused.
 */
export async function cleanPicture(source: string, target: string, { from, to }: { from: PictureFormat; to: PictureFormat }): Promise<string | undefined> {
  const animated = to === 'gif' || to === 'webp';
  const picture = sharp(source, { animated, failOn: 'error', limitInputPixels: MAX_PIXELS });
  let facts: Metadata;
  try {
    // The limit is told with the numbers below; reading them decodes nothing.
    facts = await sharp(source, { animated, limitInputPixels: false }).metadata();
  } catch {
    return '图片已损坏，打不开。请重新导出后再上传';
  }
  const wrong = describeWrongPicture(facts, from);
  if (wrong) return wrong;
  try {
    if ((facts.orientation ?? 1) > 1) picture.autoOrient();
    await encode(picture, to).timeout({ seconds: SECONDS }).toFile(target);
    return undefined;
  } catch {
    return '图片已损坏，不能完整打开。请重新导出后再上传';
  }
}

function describeWrongPicture({ format, width, height, pageHeight = height, pages = 1 }: Metadata, from: PictureFormat): string | undefined {
  if (format !== from) return '内容和扩展名不符。请用看图软件另存为 JPG 或 PNG';
  if (width * height > MAX_PIXELS || width > MAX_SIDE || pageHeight > MAX_SIDE) {
    return `图片有 ${width}×${pageHeight} 像素${pages > 1 ? `、${pages} 帧` : ''}，太大。请缩小到 6000 万像素、每边 ${MAX_SIDE} 像素以内`;
  }
  return undefined;
}

function encode(picture: Sharp, to: PictureFormat): Sharp {
  switch (to) {
    case 'jpeg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 88, progressive: true });
    case 'png':
      return picture.png({ compressionLevel: 9 });
    case 'gif':
      return picture.gif();
    case 'webp':
      return picture.webp({ quality: 86 });
  }
}
