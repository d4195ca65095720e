import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { encodePicture } from './encode-picture.ts';

const draw = (width: number, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#14508c', noise: { type: 'gaussian', mean: 120, sigma: 30 } } })
    .jpeg({ quality: 95 })
    .toBuffer();

describe('encodePicture', () => {
  test('offers AVIF and WebP in sensible widths, in proportion, the same bytes each time', async () => {
    const original = await draw(1200);
    const encoding = await encodePicture(original);
    if (encoding.kind !== 'encoded') throw new Error(encoding.kind);
    expect(encoding.widths).toEqual([480, 960, 1200]);
    expect(encoding.variants).toHaveLength(6);
    for (const { width, format, bytes } of encoding.variants) {
      const facts = await sharp(bytes).metadata();
      expect([facts.format === 'heif' ? 'avif' : facts.format, facts.width, facts.height]).toEqual([format, width, Math.round((width / 1200) * 300)]);
    }
    expect(await encodePicture(original)).toEqual(encoding);
  });

  test('keeps an animation, and what would only get larger', async () => {
    const frames = await sharp({ create: { width: 40, height: 80, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 9, sigma: 9 }, pageHeight: 40 } }).webp().toBuffer();
    expect(await encodePicture(frames)).toEqual({ kind: 'kept' });
    const dot = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } }).png().toBuffer();
    expect(await encodePicture(dot)).toEqual({ kind: 'kept' });
  });

  test('says why when it cannot be read', async () => {
    expect(await encodePicture(Buffer.from('png!'))).toMatchObject({ kind: 'failed', reason: expect.stringContaining('unsupported image format') });
    expect(await encodePicture((await draw(900)).subarray(0, 2000))).toMatchObject({ kind: 'failed' });
  });
});
