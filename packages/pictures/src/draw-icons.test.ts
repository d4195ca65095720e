import { readFileSync } from 'node:fs';

import { SITE_ICONS } from '@mingchuang/content';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { drawIcons } from './draw-icons.ts';

const drawing = readFileSync(new URL('../../content/examples/media/emblem.svg', import.meta.url));

/** Alpha at a point, in parts of a side from the top left corner; and whether the point is white. */
async function look(icon: Uint8Array, x: number, y: number) {
  const { data, info } = await sharp(icon).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = 4 * (Math.floor(y * info.height) * info.width + Math.floor(x * info.width));
  return { alpha: data[at + 3], white: data.readUIntBE(at, 3) === 0xffffff };
}

describe('drawIcons', () => {
  test('draws every icon as a PNG of its size, the same bytes each time', async () => {
    const { icons, reason } = await drawIcons(drawing);
    expect(reason).toBeUndefined();
    const again = await drawIcons(drawing);
    for (const { name, side } of SITE_ICONS) {
      expect(await sharp(icons.get(name)).metadata(), name).toMatchObject({ format: 'png', width: side, height: side });
      expect(Buffer.from(again.icons.get(name)!).equals(icons.get(name)!), name).toBe(true);
    }
  });

  test('leaves the emblem whole under the smallest mask, on white; clear around it where nothing is cut', async () => {
    const { icons } = await drawIcons(drawing);
    const masked = icons.get('maskable-512')!;
    // Just outside a circle of four fifths, at eight points of the compass.
    for (let turn = 0; turn < 8; turn++) {
      const [x, y] = [Math.cos, Math.sin].map((of) => 0.5 + 0.41 * of((turn * Math.PI) / 4)) as [number, number];
      expect(await look(masked, x, y), `turn ${turn}`).toEqual({ alpha: 255, white: true });
    }
    expect((await look(masked, 0.5, 0.6)).white).toBe(false);
    expect((await look(icons.get('touch-180')!, 0.02, 0.02)).white).toBe(true);
    expect((await look(icons.get('192')!, 0.02, 0.02)).alpha).toBe(0);
  });

  test('keeps the proportions of an emblem that is not square', async () => {
    const wide = await sharp({ create: { width: 400, height: 100, channels: 3, background: '#14508c' } }).png().toBuffer();
    const icon = (await drawIcons(wide)).icons.get('192')!;
    expect((await look(icon, 0.5, 0.5)).alpha).toBe(255);
    expect((await look(icon, 0.5, 0.3)).alpha).toBe(0);
  });

  test('draws bare ground and says why when the emblem cannot be read', async () => {
    const { icons, reason } = await drawIcons(Buffer.from('no picture'));
    expect(reason).toContain('unsupported image format');
    expect([...icons.keys()]).toEqual(SITE_ICONS.map(({ name }) => name));
    expect(await look(icons.get('touch-180')!, 0.5, 0.5)).toEqual({ alpha: 255, white: true });
  });
});
