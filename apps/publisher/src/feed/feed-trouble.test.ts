import type { ServerResponse } from 'node:http';

import type { FeedLine } from '@mingchuang/content';
import { exampleSite } from '@mingchuang/content/examples';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';
import { article, gone } from '../testing/small-site.ts';
import { findDamage } from '../watch/find-damage.ts';

const PAGE = '/news/202611/a/';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-09T02:00:00Z');
  cms = await startExampleCms();
  folder = makeFolder();
  example = openExamplePublisher({ dataDir: folder.path, cms: { ...cms, patience: 1000 }, now: () => now });
  cms.change({ kind: 'entry', ...exampleSite } as unknown as FeedLine, article('a'), article('b'));
  await example.publish();
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

const html = (path: string) => {
  const route = example.workshop.current!.routes.get(path);
  return route && 'hash' in route ? example.workshop.objects.read(route.hash).toString() : undefined;
};
const ndjson = (...lines: object[]) => (response: ServerResponse) => response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
const head = { kind: 'head', epoch: 'epoch-1', full: false };
const end = { kind: 'end', sequence: 9, more: false };

/** A publication under a fault fails in Chinese and leaves the site as it was; the one after it is whole. */
async function expectToSurvive(answer: (response: ServerResponse, asked: URL) => void, reason: RegExp): Promise<void> {
  cms.change(article('a', { title: '新标题' }));
  const before = example.workshop.current!;
  cms.faults.answer = answer;
  await expect(example.publish()).rejects.toMatchObject({ name: 'PublishError', step: 'pull', message: expect.stringMatching(reason) });
  expect(example.workshop.releases.currentId()).toBe(before.id);
  expect([...findDamage(before.routes, example.workshop.objects, 'content')]).toEqual([]);
  expect(example.workshop.ledger.runs(1)[0]).toMatchObject({ outcome: 'failed', error: expect.stringMatching(reason) });

  delete cms.faults.answer;
  expect(await example.publish()).toMatchObject({ outcome: 'released' });
  expect(html(PAGE)).toContain('新标题');
  expect(html('/news/202611/b/')).toContain('信息 b');
}

test('a connection that the CMS has closed meanwhile is opened again', async () => {
  cms.change(article('a', { title: '新标题' }));
  cms.faults.answer = (response) => {
    delete cms.faults.answer;
    response.destroy();
  };
  expect(await example.publish()).toMatchObject({ outcome: 'released' });
  expect(html(PAGE)).toContain('新标题');
});

describe('a CMS that answers', () => {
  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['with a page of HTML', (response) => response.end('<!doctype html><title>登录</title>\n<p>请登录</p>'), /有一行读不懂：<!doctype html>/],
    ['with half a line', (response) => response.end(`${JSON.stringify(head)}\n{"kind":"ent`), /有一行读不懂：\{"kind":"ent/],
    ['with wrong types', ndjson(head, { kind: 'entry', type: 5, documentId: 'a', locale: 'zh-Hans', version: '2', data: {} }, end), /有一行读不懂/],
    ['with another language than ours', ndjson({ data: [], meta: {} }), /有一行读不懂/],
    ['with nothing', (response) => response.end(), /没有读完就断了/],
    ['with errors', (response) => response.writeHead(500).end('Internal Server Error'), /答复 500/],
    ['with redirects in a circle', (response) => response.writeHead(302, { location: '/api/feed/changes' }).end(), /转到别的地址/],
    ['and goes on after the end', ndjson(head, end, { kind: 'gone', type: 'article', documentId: 'a', locale: 'zh-Hans' }), /顺序不对/],
    ['with lines before it said whose they are', ndjson({ kind: 'gone', type: 'article', documentId: 'a', locale: 'zh-Hans' }, head, end), /顺序不对/],
  ])('%s', async (_name, answer, reason) => {
    await expectToSurvive(answer, reason);
  });

  test('that there is more, and never gets further', async () => {
    let asked = 0;
    const answer = (response: ServerResponse) => ndjson(head, { kind: 'end', sequence: 3, more: ++asked < 20 })(response);
    await expectToSurvive(answer, /没有往前/);
    expect(asked).toBe(1);
  });

  test('a question for everything with a part of it', async () => {
    const answer = (response: ServerResponse, { pathname }: URL) =>
      ndjson(...(pathname.endsWith('changes') ? [{ kind: 'reset', epoch: 'epoch-1' }] : [head, end]))(response);
    await expectToSurvive(answer, /完整导出/);
  });

  test('with a line that does not end', async () => {
    const piece = Buffer.alloc(1 << 20, 'a');
    let sent = 0;
    const answer = async (response: ServerResponse) => {
      response.on('error', () => undefined);
      for (; sent < 200 && !response.destroyed; sent++) if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
      response.end();
    };
    await expectToSurvive((response) => void answer(response), /一行.*太长/);
    expect(sent).toBeLessThan(100);
  });

  test('and stalls in the middle', async () => {
    const begun = Date.now();
    await expectToSurvive((response) => void response.write(`${JSON.stringify(head)}\n{"kind":`), /断开了/);
    expect(Date.now() - begun).toBeLessThan(20_000);
  });
});

describe('a CMS that dribbles', () => {
  test('a byte now and then does not hold publishing', async () => {
    const begun = Date.now();
    const dribble = (response: ServerResponse) => {
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
    };
    await expectToSurvive(dribble, /断开了/);
    expect(Date.now() - begun).toBeLessThan(20_000);
  });
});

describe('a database restored from a backup', () => {
  test('with an older cursor takes off the site what was made since, and the publisher goes on in the new epoch', async () => {
    cms.change(article('c'), article('b', { title: '后来改的' }));
    await example.publish();
    cms.restore(3);
    await example.publish();
    expect(example.workshop.current!.routes.has('/news/202611/c/')).toBe(false);
    expect(html('/news/202611/b/')).toContain('信息 b');
    expect(example.workshop.current).toMatchObject({ epoch: 'epoch-1+', sequence: 3 });
    cms.change(gone(article('b')));
    await example.publish();
    expect(example.workshop.current!.routes.has('/news/202611/b/')).toBe(false);
  });

  test('without a new epoch is noticed, though it has gone further since than the publisher had been', async () => {
    cms.change(article('c'));
    await example.publish();
    cms.restore(3, true);
    cms.change(article('d'), article('b', { title: '恢复以后改的' }));
    await example.publish();
    const paths = [...example.workshop.current!.routes.keys()];
    expect(paths).toContain('/news/202611/d/');
    expect(paths).not.toContain('/news/202611/c/');
    expect(html('/news/202611/b/')).toContain('恢复以后改的');
  });

  test('that turns out empty does not empty the site', async () => {
    const before = example.workshop.current!;
    cms.restore(0);
    await expect(example.publish()).rejects.toThrow(/没有站点/);
    expect(example.workshop.current).toBe(before);
    expect([...findDamage(before.routes, example.workshop.objects, 'content')]).toEqual([]);
    cms.change({ kind: 'entry', ...exampleSite } as unknown as FeedLine, article('d'));
    await example.publish();
    expect(html('/news/202611/d/')).toContain('信息 d');
    expect(html(PAGE)).toBeUndefined();
  });
});

describe('a clock that is set', () => {
  const day = 86_400_000;

  test('back or forward by a day leaves releases in order, and publishes each edit once', async () => {
    const ids = [example.workshop.current!.id];
    for (const [at, jump] of [day, -2 * day, 0, day].entries()) {
      now = new Date(now.getTime() + jump);
      cms.change(article('a', { title: `第 ${at} 次` }));
      await example.publish({ cause: 'timer', always: false });
      expect(html('/')).toContain(`第 ${at} 次`);
      ids.push(example.workshop.current!.id);
      expect(await example.publisher.run({ cause: 'timer', always: false }), 'not twice').toEqual({ kind: 'idle' });
    }
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(example.workshop.releases.list()).toEqual(ids);
  });

  test('back by a day does not put off a file that failed by a day', async () => {
    cms.change(article('c', { cover: { id: 'p', name: 'p.png', mime: 'image/png', size: 4, alt: '示例', version: '1' } }));
    await example.publish();
    cms.media.set('p', Buffer.from('png!'));
    now = new Date(now.getTime() - day);
    await example.publish();
    expect([...example.workshop.current!.routes.keys()].filter((path) => path.startsWith('/media/'))).toHaveLength(1);
  });
});
