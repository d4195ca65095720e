import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Renderer } from '@mingchuang/content';

import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './testing/example-publisher.ts';
import { createSmallRenderer } from './testing/small-renderer.ts';
import { article } from './testing/small-site.ts';

let cms: ExampleCms;
let folders: ReturnType<typeof makeFolder>[];
let blue: ExamplePublisher;
let green: ExamplePublisher;
const run = (publisher: ExamplePublisher) => publisher.publisher.run({ cause: 'nudge', always: true });

beforeEach(async () => {
  cms = await startExampleCms();
  folders = [makeFolder(), makeFolder()];
  [blue, green] = folders.map(({ path }) => openExamplePublisher({ dataDir: path, cms })) as [ExamplePublisher, ExamplePublisher];
  cms.change(article('a'));
  await blue.publish();
});
afterEach(async () => {
  await blue.close();
  await green.close();
  await cms.close();
  for (const folder of folders) folder.remove();
});

test('the second publisher stands by with the content in hand, and goes on with a greater fence when the first leaves', async () => {
  expect(await run(green)).toMatchObject({ kind: 'standby' });
  expect(green.workshop.current).toBeUndefined();
  cms.change(article('b'));
  await blue.publish();
  expect(await run(green)).toMatchObject({ kind: 'standby' });
  expect(green.workshop.live.snapshot.sequence, 'it follows the feed meanwhile').toBe(2);

  await blue.publisher.stop();
  await green.publish();
  expect(green.workshop.current!.fence).toBeGreaterThan(blue.workshop.current!.fence);
  expect([...green.workshop.current!.routes.keys()]).toContain('/news/202611/b/');
});

test('a publisher that lost the lease while it drew puts nothing in public', async () => {
  const served = blue.workshop.current!.id;
  await blue.close();
  let elapsed = 0;
  const small = createSmallRenderer(folders[0]!.path);
  const draw: Renderer['draw'] = async (page) => {
    if (elapsed === 0) {
      // A long pause of the machine: its time passes, and the other takes over.
      elapsed = 60_000;
      cms.endLease();
      await green.publish();
    }
    return small.draw(page);
  };
  blue = openExamplePublisher({ dataDir: folders[0]!.path, cms, renderer: { ...small, draw }, leaseClock: () => elapsed });
  cms.change(article('c'));
  await expect(blue.publish()).rejects.toThrow('发布权已经转给另一个发布程序');
  expect(blue.workshop.releases.currentId()).toBe(served);
  expect(green.workshop.current!.routes.has('/news/202611/c/')).toBe(true);
  expect(await run(blue)).toMatchObject({ kind: 'standby' });
});
