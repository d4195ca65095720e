import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { findDamage } from '../watch/find-damage.ts';
import { startExampleCms, type ExampleCms } from './example-cms.ts';
import { makeFolder, openExamplePublisher } from './example-publisher.ts';
import { createSmallRenderer } from './small-renderer.ts';
import { article, gone, picture } from './small-site.ts';

const CHILD = fileURLToPath(new URL('./child-publication.ts', import.meta.url));
/** Where a publication can be killed: after each of its steps. */
export const POINTS = ['pull:read', 'pull:fetched', 'pull:applied', 'planned', 'drawn', 'release:stored', 'release:flushed', 'release:written', 'release:switched'];

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;

/** Runs a publication in another process. @returns the signal that ended it, or `null` when it came to its end. */
async function publishInChild(version: string, point?: string): Promise<string | null> {
  const args = ['--import', 'tsx', CHILD, folder.path, cms.url, cms.token, version, ...(point ? [point] : [])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal === null) expect(code).toBe(0);
  return signal;
}

/** Opens the data folder as the next start does and reads all of what is being served. */
async function readServed(publishFirst: boolean, version: string) {
  const example = openExamplePublisher({
    dataDir: folder.path,
    cms,
    renderer: createSmallRenderer(folder.path, version),
    now: () => new Date('2026-11-09T02:00:00Z'),
  });
  try {
    const { releases, objects, ledger } = example.workshop;
    ledger.setLeaving(new Map());
    if (publishFirst) await example.publish();
    const { routes } = releases.load(releases.currentId()!);
    expect([...findDamage(routes, objects, 'content')], 'every object is there, whole').toEqual([]);
    return [...routes].sort(([a], [b]) => (a < b ? -1 : 1));
  } finally {
    await example.close();
  }
}

/** Makes the tests of a publication that is killed at some of its points. */
export function describeKills(points: readonly string[]): void {
  describe('a publication that is killed', () => {
    beforeEach(async () => {
      cms = await startExampleCms();
      folder = makeFolder();
      cms.media.set('p', Buffer.from('png!'));
      cms.change(article('a'), article('b'), article('c', { cover: picture('p') }));
      await readServed(true, 'v1');
    });
    afterEach(async () => {
      await cms.close();
      folder.remove();
    });

    test.each(points)('at %s leaves the old release or the new one, and the next run finishes', async (point) => {
      const before = await readServed(false, 'v1');
      cms.media.set('q', Buffer.from('new!'));
      cms.change(article('a', { title: '新标题', cover: picture('q') }), gone(article('b')), article('d'));

      expect(await publishInChild('v1', point)).toBe('SIGKILL');
      const served = await readServed(false, 'v1');
      const after = await readServed(true, 'v1');

      expect(after).not.toEqual(before);
      expect(served).toEqual(point === 'release:switched' ? after : before);
      const untouched = makeFolder();
      const example = openExamplePublisher({
        dataDir: untouched.path,
        cms,
        renderer: createSmallRenderer(untouched.path, 'v1'),
        now: () => new Date('2026-11-09T02:00:00Z'),
      });
      await example.publish();
      expect(after, 'the same as if nothing had happened').toEqual(
        [...example.workshop.current!.routes].sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      await example.close();
      untouched.remove();
    });
  });
}
