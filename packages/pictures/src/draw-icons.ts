import { SITE_ICONS, type SiteIcon, type SiteIconName } from '@mingchuang/content';
import sharp from 'sharp';

/** The icons of a site by name, as PNG. */
export interface DrawnIcons {
  icons: Map<SiteIconName, Uint8Array>;
  /** Why the emblem could not be read: the icons are then bare ground, so that no address leads to nothing. */
  reason?: string;
}

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };
/** Points an inch at which a drawing has the size it states. */
const DENSITY = 72;
const SECONDS = 60;

/**
 * Draws the icons of a site: what the publisher releases, the plain build writes, and the renderer brings of the mark.
 * The same emblem gives the same bytes.
 * @param emblem A drawing or a picture, its bytes or the file that holds them.
 */
export async function drawIcons(emblem: Uint8Array | string): Promise<DrawnIcons> {
  const draw = async (source: Uint8Array | string | undefined) => new Map(await Promise.all(SITE_ICONS.map(async (icon) => [icon.name, await drawIcon(source, icon)] as const)));
  try {
    return { icons: await draw(emblem) };
  } catch (error) {
    return { icons: await draw(undefined), reason: error instanceof Error ? error.message : String(error) };
  }
}

async function drawIcon(emblem: Uint8Array | string | undefined, { side, share, ground }: SiteIcon): Promise<Uint8Array> {
  const canvas = sharp({ create: { width: side, height: side, channels: 4, background: ground ? '#fff' : CLEAR } });
  const layers = emblem ? [{ input: await fit(emblem, Math.round(side * share)) }] : [];
  return canvas.composite(layers).png({ compressionLevel: 9 }).toBuffer();
}

/** The whole emblem in a square. Drawings are drawn at this size, not enlarged. */
async function fit(emblem: Uint8Array | string, side: number): Promise<Buffer> {
  const { format, width, height } = await sharp(emblem).metadata();
  const options = format === 'svg' ? { density: Math.min(2400, Math.max(1, (DENSITY * side) / Math.max(width, height))) } : {};
  return sharp(emblem, options).resize(side, side, { fit: 'contain', background: CLEAR }).timeout({ seconds: SECONDS }).png().toBuffer();
}
