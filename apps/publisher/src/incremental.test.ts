import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { FeedLine } from '@mingchuang/content';

import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher } from './testing/example-publisher.ts';
import { createSmallRenderer } from './testing/small-renderer.ts';
import { article, gone, picture, redirect } from './testing/small-site.ts';

let rendererFolder: ReturnType<typeof makeFolder>;
beforeAll(() => void (rendererFolder = makeFolder()));
afterAll(() => rendererFolder.remove());

const id = fc.constantFrom('a', 'b', 'c');
const word = fc.constantFrom('甲', '乙', '丙');
const at = '2026-11-09T00:00:00Z';
const cover = fc.option(fc.constantFrom(picture('p'), picture('q'), picture('q', '2')), { nil: undefined });

/** Anything an editor can do to this small site, in the order it happens. */
const edit: fc.Arbitrary<FeedLine> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id, title: word, body: word, cover }).map(({ id: name, ...data }) => article(name, data)) },
  { weight: 4, arbitrary: id.map((name) => gone(article(name))) },
  id.map((name) => article(name, { path: '/news/202611/shared/' })),
  fc.record({ id, to: word }).map(({ id: name, to }) => redirect(name, `/old/${name}`, `/${to}/`)),
  id.map((name) => gone(redirect(name, '', ''))),
  fc.record({ id, reason: word }).map(({ id: name, reason }): FeedLine => ({ kind: 'address', path: `/gone/${name}/`, state: 'withdrawn', reason, at })),
  id.map((name): FeedLine => ({ kind: 'unaddress', path: `/gone/${name}/` })),
);
const batches = fc.array(fc.array(edit, { minLength: 1, maxLength: 4, size: 'max' }), { minLength: 2, maxLength: 5, size: 'max' });

/** Publishes everything the CMS holds into an empty folder. */
async function publishFromScratch(cms: ExampleCms) {
  const folder = makeFolder();
  cms.endLease();
  const example = openExamplePublisher({ dataDir: folder.path, cms, renderer: createSmallRenderer(rendererFolder.path), now: () => new Date(at) });
  await example.publish();
  const routes = new Map(example.workshop.current!.routes);
  await example.close();
  folder.remove();
  return routes;
}

test('publishing edit by edit gives the same routes and hashes as publishing everything at once', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (edits) => {
      const cms = await startExampleCms();
      cms.media.set('p', Buffer.from('one'));
      cms.media.set('q', Buffer.from('two'));
      const folder = makeFolder();
      const example = openExamplePublisher({ dataDir: folder.path, cms, renderer: createSmallRenderer(rendererFolder.path), now: () => new Date(at) });
      try {
        for (const batch of edits) {
          cms.change(...batch);
          await example.publish();
        }
        const byPath = (routes: ReadonlyMap<string, unknown>) => [...routes].sort(([a], [b]) => (a < b ? -1 : 1));
        const whole = byPath(await publishFromScratch(cms));
        expect(byPath(example.workshop.current!.routes)).toEqual(whole);
        expect(byPath(example.workshop.releases.load(example.workshop.current!.id).routes), 'as stored').toEqual(whole);
      } finally {
        await example.close();
        await cms.close();
        folder.remove();
      }
    }),
    { numRuns: 10 },
  );
});
