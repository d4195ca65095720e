import { rmSync } from 'node:fs';

import { variantPath } from '@mingchuang/content';
import { encodePicture } from '@mingchuang/pictures';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { verifyLive } from './commands/verify-live.ts';
import { pruneReleases } from './commands/prune.ts';
import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './testing/example-publisher.ts';
import { article, gone, picture } from './testing/small-site.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
let photo: Buffer;

const open = () => openExamplePublisher({ dataDir: folder.path, cms });
const media = () => [...example.workshop.current!.routes.keys()].filter((path) => path.startsWith('/media/')).sort();
const bytesAt = (path: string) => {
  const route = example.workshop.current!.routes.get(path);
  return route && 'hash' in route ? example.workshop.objects.read(route.hash) : undefined;
};
const cover = () => {
  const [entry] = [...example.workshop.live.snapshot.all('article')];
  return entry!.data.cover!;
};

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  example = open();
  photo = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#14508c', noise: { type: 'gaussian', mean: 120, sigma: 30 } } })
    .jpeg({ quality: 95 })
    .toBuffer();
  cms.media.set('p', photo);
  cms.change(article('a', { cover: picture('p') }));
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

describe('a picture', () => {
  test('goes live as it is at once, and in its variants a moment later, made by the same function as in the plain build', async () => {
    await example.publish();
    expect(media()).toHaveLength(1);
    await example.publisher.picturesSettled();
    const { hash, widths } = cover();
    expect(widths).toEqual([480, 1000]);
    const encoding = await encodePicture(photo);
    if (encoding.kind !== 'encoded') throw new Error(encoding.kind);
    for (const variant of encoding.variants) expect(bytesAt(variantPath(hash!, variant))!.equals(variant.bytes), `${variant.width}.${variant.format}`).toBe(true);
    expect(example.workshop.ledger.runs(1)[0]).toMatchObject({ cause: 'pictures', outcome: 'released', drawn: 1 });
  });

  test('is encoded once, whatever documents show it and however often the publisher starts', async () => {
    await example.publish();
    await example.publisher.picturesSettled();
    await example.close();
    example = open();
    expect(example.workshop.live.waiting.size).toBe(0);
    cms.change(article('b', { cover: picture('p', '2') }));
    await example.publish();
    expect(example.workshop.live.waiting.size).toBe(0);
    expect([...example.workshop.live.snapshot.all('article')].map(({ data }) => data.cover?.widths)).toEqual([
      [480, 1000],
      [480, 1000],
    ]);
  });

  test('leaves the site with all its variants when its document is withdrawn, and the disk when it is pruned', async () => {
    await example.publish();
    await example.publisher.picturesSettled();
    const variant = example.workshop.current!.routes.get(media().find((path) => path.endsWith('480.avif'))!) as { hash: string };
    cms.change(gone(article('a')));
    await example.publish();
    expect(media()).toEqual([]);
    expect(example.workshop.objects.has(variant.hash)).toBe(true);
    pruneReleases(example.workshop, 1);
    expect(example.workshop.objects.has(variant.hash)).toBe(false);
  });

  test('that was replaced is no longer to be had at its old addresses', async () => {
    await example.publish();
    await example.publisher.picturesSettled();
    const before = media();
    cms.media.set('p', await sharp(photo).negate().jpeg().toBuffer());
    cms.change(article('a', { cover: picture('p', '2') }));
    await example.publish();
    await example.publisher.picturesSettled();
    expect(media()).toHaveLength(before.length);
    expect(media().filter((path) => before.includes(path))).toEqual([]);
  });

  test('whose variant is damaged gets the same one again', async () => {
    await example.publish();
    await example.publisher.picturesSettled();
    const path = media().find((name) => name.endsWith('480.webp'))!;
    const before = bytesAt(path)!;
    const route = example.workshop.current!.routes.get(path) as { hash: string };
    rmSync(example.workshop.objects.fileOf(route.hash));
    const report = await verifyLive(example.workshop, example.publisher);
    expect([report.damaged.map((damage) => damage.path), report.remaining]).toEqual([[path], []]);
    expect(bytesAt(path)!.equals(before)).toBe(true);
  });

  test('that cannot be read is shown as it is, reported, and stops nothing', async () => {
    cms.media.set('broken', Buffer.from('png!'));
    cms.change(article('b', { cover: picture('broken') }));
    await example.publish();
    await example.publisher.picturesSettled();
    const run = await example.publish();
    expect(run.warnings).toContainEqual({ reason: expect.stringMatching(/^图片“broken\.png”不能生成小图，页面上是原图，请重新上传：/) });
    expect(run.blocked).toEqual([]);
    expect(media().filter((path) => path.endsWith('/broken.png'))).toHaveLength(1);
    expect(cover().widths).toEqual([480, 1000]);
  });
});
