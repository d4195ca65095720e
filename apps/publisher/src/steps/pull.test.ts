import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';
import { article, gone, picture } from '../testing/small-site.ts';
import { pullChanges, reportPulled } from './pull.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
let now: Date;

const reopen = async () => {
  await example.close();
  example = openExamplePublisher({ dataDir: folder.path, cms, now: () => now });
};
const titles = () => example.workshop.live.snapshot.all('article').map(({ data }) => data.title).sort();
const pull = () => pullChanges(example.workshop);

beforeEach(async () => {
  now = new Date('2026-11-09T02:00:00Z');
  cms = await startExampleCms();
  folder = makeFolder();
  example = openExamplePublisher({ dataDir: folder.path, cms, now: () => now });
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

describe('pullChanges', () => {
  test('takes everything first and only what changed afterwards', async () => {
    cms.change(article('a'), article('b'));
    await pull();
    cms.change(article('a', { title: '改过的标题' }), gone(article('b')), article('c'));
    expect(await pull()).toBe(true);
    expect(await pull()).toBe(false);
    expect(titles()).toEqual(['信息 c', '改过的标题']);
    expect(cms.asked).toEqual(['/api/feed/export', '/api/feed/changes', '/api/feed/changes']);
  });

  test('applies the lines of an answer in their order', async () => {
    await pull();
    cms.change(article('a'), gone(article('a')), article('b'), gone(article('b')), article('b', { title: '又发布了' }));
    await pull();
    expect(titles()).toEqual(['又发布了']);
  });

  test('asks on while more changes are waiting', async () => {
    await pull();
    cms.faults.pageSize = 2;
    cms.change(...['a', 'b', 'c', 'd', 'e'].map((id) => article(id)));
    await pull();
    expect(titles()).toHaveLength(5);
    expect(example.workshop.store.cursor()).toMatchObject({ epoch: 'epoch-1', sequence: 5 });
  });

  test.each([false, true])('changes nothing when the answer is cut off (cleanly: %s), and takes it whole the next time', async (endsCleanly) => {
    cms.change(article('a'));
    await pull();
    cms.change(article('a', { title: '新标题' }), article('b'));
    cms.faults.endsCleanly = endsCleanly;
    for (cms.faults.cutAfter of [0, 1, 2, 3]) {
      await expect(pull()).rejects.toMatchObject({ name: 'PublishError', step: 'pull' });
      expect(titles()).toEqual(['信息 a']);
      expect(example.workshop.store.cursor()).toMatchObject({ epoch: 'epoch-1', sequence: 1 });
    }
    delete cms.faults.cutAfter;
    await pull();
    expect(titles()).toEqual(['信息 b', '新标题']);
  });

  test('takes the full export when the feed has begun a new epoch, and drops what is gone', async () => {
    cms.change(article('a'), article('b'), { kind: 'address', path: '/old/', state: 'withdrawn', at: '2026-11-01T00:00:00Z' });
    await pull();
    cms.change(gone(article('b')), { kind: 'unaddress', path: '/old/' });
    cms.restore();
    const kept = example.workshop.live.snapshot.find('article', 'a');
    await pull();
    expect(titles()).toEqual(['信息 a']);
    expect(example.workshop.live.snapshot.addresses()).toEqual([]);
    expect(example.workshop.live.snapshot.find('article', 'a')).toBe(kept);
    expect(example.workshop.store.cursor()).toMatchObject({ epoch: 'epoch-1+', sequence: 1 });
  });

  test('remembers the snapshot over a restart', async () => {
    cms.media.set('p', Buffer.from('png!'));
    cms.change(article('a', { cover: picture('p') }), { kind: 'address', path: '/old/', state: 'moved', to: '/', at: '2026-11-01T00:00:00Z' });
    await pull();
    const before = [example.workshop.live.snapshot.all('article'), example.workshop.live.snapshot.addresses()];
    await reopen();
    expect([example.workshop.live.snapshot.all('article'), example.workshop.live.snapshot.addresses()]).toEqual(before);
    expect(example.workshop.live.snapshot).toMatchObject({ epoch: 'epoch-1', sequence: 2 });
  });

  test('says that the token is not accepted', async () => {
    cms.faults.refuseToken = true;
    await expect(pull()).rejects.toThrow('内容管理系统不接受发布令牌（CMS_TOKEN），/api/feed/export 答复 401');
  });

  test('skips an entry that does not meet its schema, reports it and keeps the last good version', async () => {
    cms.change(article('a'), article('b'));
    await pull();
    cms.change(article('a', { title: 42 }), article('b', { title: '另一篇照常更新' }));
    await pull();
    expect(titles()).toEqual(['信息 a', '另一篇照常更新']);
    const reason = '有 1 处内容不符合要求：title。线上仍是上一个版本。';
    expect(reportPulled(example.workshop)).toEqual([{ type: 'article', documentId: 'a', locale: 'zh-Hans', reason }]);

    cms.restore();
    await pull();
    expect(titles(), 'also after a full export').toEqual(['信息 a', '另一篇照常更新']);
    await reopen();
    expect(reportPulled(example.workshop)).toHaveLength(1);

    cms.change(article('a', { title: '改好了' }));
    await pull();
    expect(reportPulled(example.workshop)).toEqual([]);
  });

  test('reports content of a type it does not know', async () => {
    cms.change({ ...article('x'), type: 'hologram' });
    await pull();
    expect(reportPulled(example.workshop)[0]!.reason).toContain('不认识“hologram”');
  });
});

describe('media', () => {
  test('are stored by hash, and entries name the hash', async () => {
    cms.media.set('p', Buffer.from('png!'));
    cms.change(article('a', { cover: picture('p') }));
    await pull();
    const { hash } = example.workshop.live.snapshot.find('article', 'a')!.data.cover!;
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(example.workshop.objects.read(hash!).toString()).toBe('png!');
  });

  test('are fetched again only when their version changes', async () => {
    cms.media.set('p', Buffer.from('png!'));
    cms.change(article('a', { cover: picture('p') }));
    await pull();
    cms.change(article('b', { cover: picture('p') }), article('c', { cover: picture('p', '2') }));
    await pull();
    expect(cms.asked.filter((path) => path.startsWith('/api/feed/media'))).toHaveLength(2);
  });

  test('that cannot be had are left out, reported, and put in when they arrive', async () => {
    cms.media.set('empty', Buffer.alloc(0));
    cms.change(article('a', { cover: picture('p'), attachments: [picture('empty')] }));
    await example.publish();
    const without = example.workshop.live.snapshot.find('article', 'a')!;
    expect(without.data).toMatchObject({ attachments: [] });
    expect(without.data.cover).toBeUndefined();
    const [report] = reportPulled(example.workshop);
    expect(report!.reason).toMatch(/^文件“p\.png”、“empty\.png”没有取到/);

    cms.media.set('p', Buffer.from('png!'));
    cms.media.set('empty', Buffer.from('full'));
    expect(await example.publisher.run({ cause: 'timer', always: false }), 'it waits before asking again').toEqual({ kind: 'idle' });
    now = new Date(now.getTime() + 11_000);
    const run = await example.publish({ cause: 'timer', always: false });
    expect(run).toMatchObject({ outcome: 'released', drawn: 1, blocked: [] });
    const within = example.workshop.live.snapshot.find('article', 'a')!;
    expect(within.data.cover!.hash).toBeDefined();
    expect(example.workshop.current!.routes.get(`/media/${within.data.cover!.hash}/p.png`)).toMatchObject({ type: 'image/png', immutable: true });
  });
});
