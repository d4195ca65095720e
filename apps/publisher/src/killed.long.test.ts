import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { findDamage } from './watch/find-damage.ts';
import { startExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher } from './testing/example-publisher.ts';
import { createSmallRenderer } from './testing/small-renderer.ts';
import { describeKills, POINTS } from './testing/describe-kills.ts';
import { article } from './testing/small-site.ts';

const CHILD = fileURLToPath(new URL('./testing/child-publication.ts', import.meta.url));

describeKills(POINTS);

test('killed forty times at any moment, the release served is always whole', async () => {
  const cms = await startExampleCms();
  const folder = makeFolder();
  const open = (version: string) => openExamplePublisher({ dataDir: folder.path, cms, renderer: createSmallRenderer(folder.path, version) });
  cms.change(...Array.from({ length: 200 }, (_, i) => article(`n${i}`)));
  const first = open('v0');
  await first.publish();
  await first.close();

  let killed = 0;
  for (let round = 1; round <= 40; round++) {
    cms.change(article(`n${round}`, { title: `第 ${round} 次修改` }));
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder.path, cms.url, cms.token, `v${round}`], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await Promise.race([ended, wait(300 + Math.random() * 1200)]);
    if (child.kill('SIGKILL')) killed++;
    await ended;

    const next = open(`v${round}`);
    const { releases, objects } = next.workshop;
    expect([...findDamage(releases.load(releases.currentId()!).routes, objects, 'content')]).toEqual([]);
    await next.close();
  }
  expect(killed).toBeGreaterThan(10);

  const last = open('v41');
  await last.publish();
  expect(last.workshop.current!.routes.get('/news/202611/n40/')).toBeDefined();
  await last.close();
  await cms.close();
  folder.remove();
});
