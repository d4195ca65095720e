import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './testing/example-publisher.ts';
import { article, picture } from './testing/small-site.ts';
import { findDamage } from './watch/find-damage.ts';

const PAGE = '/news/202611/a/';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
let said: string[];

const open = (dataDir: string) => {
  example = openExamplePublisher({ dataDir, cms, say: (message) => said.push(message) });
};
beforeEach(async () => {
  said = [];
  cms = await startExampleCms();
  folder = makeFolder();
});
afterEach(async () => {
  await example.close();
  await cms.close();
});

/** The site as it was, the reason in Chinese to whoever looks; and once there is space, the next publication. */
async function expectToSurvive(fill: () => void, makeSpace: () => void): Promise<void> {
  cms.change(article('a'), article('b'));
  await example.publish();
  const before = example.workshop.current!;
  // Words that do not compress: they must find their place.
  const long = Array.from({ length: 60_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join('');
  cms.media.set('p', Buffer.from('png!'));
  cms.change(article('a', { title: '新标题', body: `<p>${long}</p>`, cover: picture('p') }));

  fill();
  await expect(example.publish()).rejects.toThrow();
  expect(said.join('\n')).toMatch(/发布没有成功，线上不受影响：.*磁盘已满/);
  expect(example.workshop.releases.currentId()).toBe(before.id);
  expect(example.workshop.current).toBe(before);
  expect([...findDamage(example.workshop.releases.load(before.id).routes, example.workshop.objects, 'content')]).toEqual([]);
  await expect(example.publish(), 'again and again').rejects.toThrow();

  makeSpace();
  expect(await example.publish()).toMatchObject({ outcome: 'released' });
  const { routes } = example.workshop.releases.load(example.workshop.releases.currentId()!);
  expect([...findDamage(routes, example.workshop.objects, 'content')]).toEqual([]);
  const route = routes.get(PAGE)!;
  expect('hash' in route && example.workshop.objects.read(route.hash).toString()).toContain('新标题');
}

describe('a full disk', () => {
  test('that refuses a page leaves the site as it was, says so, and the next publication with space goes live', async () => {
    open(folder.path);
    const { objects } = example.workshop;
    const put = objects.put;
    const refuse = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    await expectToSurvive(
      () => (objects.put = refuse),
      () => (objects.put = put),
    );
    folder.remove();
  });

  test.skipIf(process.getuid?.() !== 0 || !canMount())('of a few megabytes does the same, and keeps no pieces of what did not fit', async () => {
    const disk = join(folder.path, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    try {
      open(disk);
      // Enough for the snapshot and a page, not for its compressed forms.
      const left = 450 * 1024;
      await expectToSurvive(
        () => {
          const { bavail, bsize } = statfsSync(disk);
          writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - left));
        },
        () => {
          expect(readdirSync(join(disk, 'objects/tmp'))).toEqual([]);
          rmSync(join(disk, 'filler'));
        },
      );
      await example.close();
    } finally {
      execFileSync('umount', ['-l', disk]);
      folder.remove();
    }
    open(makeFolder().path);
  });
});

/** Containers often may not. */
function canMount(): boolean {
  const { path, remove } = makeFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
    execFileSync('umount', [path]);
    return true;
  } catch {
    return false;
  } finally {
    remove();
  }
}
