import { readFileSync, rmSync } from 'node:fs';

import { SITE_ICONS, siteIconPath } from '@mingchuang/content';
import { exampleSite } from '@mingchuang/content/examples';
import { drawIcons } from '@mingchuang/pictures';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { verifyLive } from './commands/verify-live.ts';
import type { EntryLine } from './feed/prepare-entry.ts';
import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './testing/example-publisher.ts';
import { article } from './testing/small-site.ts';

const DRAWING = readFileSync(new URL('../../../packages/content/examples/media/emblem.svg', import.meta.url));

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;

/** The site as the feed sends it, with an emblem in this version. */
function siteLine(version: string): EntryLine {
  const { documentId, locale } = exampleSite;
  const emblem = { id: 'emblem', name: '望川.svg', mime: 'image/svg+xml', size: 4, alt: '标志', version };
  return { kind: 'entry', type: 'site', documentId, locale, version, data: { ...exampleSite.data, emblem } };
}

const emblemHash = () => [...example.workshop.live.snapshot.all('site')][0]!.data.emblem!.hash!;
const icons = () => [...example.workshop.current!.routes].filter(([path]) => path.endsWith('.png'));
const readIcon = (name: (typeof SITE_ICONS)[number]['name']) => {
  const route = example.workshop.current!.routes.get(siteIconPath(emblemHash(), name));
  return route && 'hash' in route ? example.workshop.objects.read(route.hash) : undefined;
};

beforeEach(async () => {
  cms = await startExampleCms();
  folder = makeFolder();
  example = openExamplePublisher({ dataDir: folder.path, cms });
  cms.media.set('emblem', DRAWING);
  cms.change(siteLine('1'), article('a'));
  await example.publish();
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

describe('the icons of a site', () => {
  test('are released with its first page, drawn from its emblem as the plain build draws them', async () => {
    const drawn = await drawIcons(DRAWING);
    expect(icons()).toHaveLength(SITE_ICONS.length);
    for (const { name } of SITE_ICONS) expect(readIcon(name)!.equals(drawn.icons.get(name)!), name).toBe(true);
    expect(icons()[0]![1]).toMatchObject({ type: 'image/png', status: 200, immutable: true });
  });

  test('stay when something else changes, and follow a new emblem to new addresses', async () => {
    const before = icons();
    cms.change(article('b'));
    await example.publish();
    expect(icons()).toEqual(before);
    cms.media.set('emblem', Buffer.from(DRAWING.toString().replaceAll('#0f4b82', '#9a1b19')));
    cms.change(siteLine('2'));
    await example.publish();
    expect(icons()).toHaveLength(before.length);
    expect(icons().map(([path]) => path).filter((path) => before.some(([earlier]) => earlier === path))).toEqual([]);
  });

  test('are drawn again, the same, when one is damaged', async () => {
    const before = readIcon('touch-180')!;
    const [path, route] = icons().find(([name]) => name.endsWith('touch-180.png'))!;
    rmSync(example.workshop.objects.fileOf((route as { hash: string }).hash));
    const report = await verifyLive(example.workshop, example.publisher);
    expect([report.damaged.map((damage) => damage.path), report.remaining]).toEqual([[path], []]);
    expect(readIcon('touch-180')!.equals(before)).toBe(true);
  });

  test('are bare where the emblem cannot be read, so that no address leads to nothing', async () => {
    cms.media.set('emblem', Buffer.from('no drawing'));
    cms.change(siteLine('3'));
    const run = await example.publish();
    expect(run.blocked).toEqual([]);
    expect(icons()).toHaveLength(SITE_ICONS.length);
  });
});
