import { rmSync, writeFileSync } from 'node:fs';

import { PATHS, type Route } from '@mingchuang/content';
import { createDirectWriter, openSearchIndex } from '@mingchuang/search';
import { expect } from 'vitest';

import { pruneReleases } from '../commands/prune.ts';
import { verifyLive } from '../commands/verify-live.ts';
import { findDamage } from '../watch/find-damage.ts';
import { takeCrashImages } from './crash-images.ts';
import { startExampleCms, type ExampleCms } from './example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './example-publisher.ts';
import { createSmallRenderer } from './small-renderer.ts';
import { article, gone, picture } from './small-site.ts';

/** What a publisher may be killed in: what goes before, the work itself, and what ends it after the next start. */
interface Work {
  prepare(example: ExamplePublisher, cms: ExampleCms): Promise<void>;
  perform(example: ExamplePublisher): Promise<void>;
  finish(example: ExamplePublisher): Promise<void>;
  /** Whether what is served is whole all the time. What is damaged already need only not get worse. */
  isWhole: boolean;
}

const publish = async ({ publisher }: ExamplePublisher) => {
  await publisher.run({ cause: 'start', always: true });
  await publisher.searchSettled();
};
const repair = async ({ workshop, publisher }: ExamplePublisher) => {
  expect((await verifyLive(workshop, publisher)).remaining).toEqual([]);
};
const edit = (cms: ExampleCms) => {
  cms.media.set('q', Buffer.from('new!'));
  cms.change(article('a', { title: '新标题', cover: picture('q') }), gone(article('b')), article('d', { body: `<p>${'长文。'.repeat(400)}</p>` }));
};

export const WORKS = {
  'a publication': { isWhole: true, prepare: async (_example, cms) => edit(cms), perform: publish, finish: publish },
  'a repair': {
    isWhole: false,
    async prepare({ workshop: { current, objects } }) {
      const files = [...current!.routes.values()].flatMap((route) => ('hash' in route ? [objects.fileOf(route.hash)] : []));
      files.forEach((file, at) => (at % 2 === 0 ? writeFileSync(file, 'changed by somebody') : rmSync(file)));
    },
    perform: repair,
    async finish(example) {
      await publish(example);
      await repair(example);
    },
  },
  'a pruning': {
    isWhole: true,
    async prepare(example, cms) {
      for (const title of ['一', '二', '三']) {
        cms.change(article('a', { title }));
        await publish(example);
      }
    },
    perform: async ({ workshop }) => void pruneReleases(workshop, 1),
    async finish(example) {
      pruneReleases(example.workshop, 1);
      await publish(example);
    },
  },
} satisfies Record<string, Work>;

/**
 * Does a work on a small site and looks at the data folder as a kill at each of its writes leaves it: the release being
 * served is the old one or the new one, whole, and the next start ends with the same site as if nothing had happened.
 *
 * @param share Of so many writes one is looked at; 1 for all.
 * @returns what was written, in order.
 */
export async function killAnywhere(name: keyof typeof WORKS, share: number): Promise<string[]> {
  const work: Work = WORKS[name];
  const cms = await startExampleCms();
  const [folder, images] = [makeFolder(), makeFolder()];
  const open = (dataDir: string) =>
    openExamplePublisher({
      dataDir,
      cms,
      renderer: createSmallRenderer(images.path, 'v1'),
      now: () => new Date('2026-11-09T02:00:00Z'),
      openSearch: (dir) => openSearchIndex({ dir, writer: createDirectWriter() }),
    });
  try {
    cms.media.set('p', Buffer.from('png!'));
    cms.change(article('a'), article('b', { cover: picture('p') }));
    const example = open(folder.path);
    await publish(example);
    await work.prepare(example, cms);
    const taken = await takeCrashImages(folder.path, images.path, () => work.perform(example), (moment) => moment % share === share - 1);
    const wanted = contentOf(example);
    await example.close();

    for (const { at, folder: image } of taken.images) {
      cms.endLease();
      const next = open(image);
      const { releases, objects } = next.workshop;
      const damage = () => [...findDamage(releases.load(releases.currentId()!).routes, objects, 'content')];
      if (work.isWhole) expect(damage(), `killed at ${at}`).toEqual([]);
      await work.finish(next);
      expect(damage(), `after the start that followed ${at}`).toEqual([]);
      expect(contentOf(next), `after the start that followed ${at}`).toEqual(wanted);
      await next.close();
      rmSync(image, { recursive: true });
    }
    return taken.moments;
  } finally {
    await cms.close();
    folder.remove();
    images.remove();
  }
}

/** What is served, but for the index of search, whose shards tell of its past. */
function contentOf({ workshop: { releases } }: ExamplePublisher): [string, Route][] {
  const { routes } = releases.load(releases.currentId()!);
  return [...routes].filter(([path]) => !path.startsWith(PATHS.searchIndex)).sort(([a], [b]) => (a < b ? -1 : 1));
}
