import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';

const MARK = path.join(import.meta.dirname, '../src/marks/mingchuang-mark.svg');

/** Icons of the app: name, side in pixels, and how much of it the mark takes. A mask may cut away a fifth on each side. */
const ICONS = [
  ['mark-192', 192, 1],
  ['mark-512', 512, 1],
  ['mark-maskable-512', 512, 0.6],
] as const;

/** Draws the icons of sites without an emblem: a device that installs one wants pictures of points too. */
export async function drawIcons(dir: string): Promise<void> {
  const folder = path.join(dir, 'icons');
  mkdirSync(folder, { recursive: true });
  copyFileSync(MARK, path.join(folder, 'mark.svg'));
  const svg = readFileSync(MARK);
  for (const [name, side, share] of ICONS) {
    const inner = Math.round(side * share);
    const mark = await sharp(svg, { density: 72 * (inner / 48) }).resize(inner, inner).png().toBuffer();
    const ground = sharp({ create: { width: side, height: side, channels: 4, background: share < 1 ? '#fff' : { r: 0, g: 0, b: 0, alpha: 0 } } });
    await ground.composite([{ input: mark }]).png({ compressionLevel: 9 }).toFile(path.join(folder, `${name}.png`));
  }
}
