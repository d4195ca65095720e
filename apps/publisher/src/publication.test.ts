import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startExampleCms, type ExampleCms } from './testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from './testing/example-publisher.ts';
import { createSmallRenderer } from './testing/small-renderer.ts';
import { article, gone, picture, redirect } from './testing/small-site.ts';

let cms: ExampleCms;
let folder: ReturnType<typeof makeFolder>;
let example: ExamplePublisher;
let now: Date;

const open = (version?: string) =>
  openExamplePublisher({ dataDir: folder.path, cms, now: () => now, ...(version && { renderer: createSmallRenderer(folder.path, version) }) });
const reopen = async (version?: string) => {
  await example.close();
  example = open(version);
};
const route = (path: string) => example.workshop.current?.routes.get(path);
const html = (path: string) => {
  const found = route(path);
  return found && 'hash' in found ? example.workshop.objects.read(found.hash).toString() : undefined;
};
const PAGE_A = '/news/202611/a/';

beforeEach(async () => {
  now = new Date('2026-11-09T02:00:00Z');
  cms = await startExampleCms();
  folder = makeFolder();
  example = open();
});
afterEach(async () => {
  await example.close();
  await cms.close();
  folder.remove();
});

describe('publish', () => {
  test('brings everything live at first and then draws only what an edit touches', async () => {
    cms.change(article('a'), article('b'), article('c'));
    expect(await example.publish()).toMatchObject({ outcome: 'released', drawn: 4, kept: 0 });
    cms.change(article('a', { body: '<p>改过</p>' }));
    expect(await example.publish({ always: false })).toMatchObject({ outcome: 'released', drawn: 1, kept: 3 });
    expect(html(PAGE_A)).toContain('<p>改过</p>');
  });

  test('makes no release when nothing differs, and looks at no page when the feed is silent', async () => {
    cms.change(article('a'));
    const { release } = await example.publish();
    expect(await example.publish()).toMatchObject({ outcome: 'unchanged', drawn: 0 });
    expect(example.workshop.current!.id).toBe(release);
    expect(await example.publisher.run({ cause: 'timer', always: false })).toEqual({ kind: 'idle' });
  });

  test('removes withdrawn pages, answers 410 with the reason, redirects moved ones', async () => {
    cms.change(article('a'), article('b'), redirect('r', '/old.html', PAGE_A));
    await example.publish();
    const at = '2026-11-09T03:00:00Z';
    cms.change(gone(article('b')), { kind: 'address', path: '/news/202611/b/', state: 'withdrawn', title: '信息 b', reason: '内容有误', at });
    cms.change({ kind: 'address', path: '/news/202610/a/', state: 'moved', to: PAGE_A, at });
    await example.publish();
    expect(route('/news/202611/b/')).toMatchObject({ status: 410 });
    expect(html('/news/202611/b/')).toContain('内容有误');
    expect(route('/news/202610/a/')).toEqual({ status: 301, location: PAGE_A });
    expect(route('/old.html')).toEqual({ status: 301, location: PAGE_A });
  });

  test('takes the media of a withdrawn document off the site at once', async () => {
    cms.media.set('p', Buffer.from('png!'));
    cms.change(article('a', { cover: picture('p') }));
    await example.publish();
    const [path] = [...example.workshop.current!.routes.keys()].filter((key) => key.startsWith('/media/'));
    expect(path).toMatch(/^\/media\/[0-9a-f]{32}\/p\.png$/);
    cms.change(gone(article('a')));
    await example.publish();
    expect(route(path!)).toBeUndefined();
  });

  test('plans again when the day turns, though nothing was edited', async () => {
    cms.change(article('a'));
    await example.publish();
    now = new Date('2026-11-09T16:00:05Z');
    expect(await example.publish({ cause: 'timer', always: false })).toMatchObject({ outcome: 'released', drawn: 1 });
    expect(html('/')).toContain('望川（2026-11-10）');
  });

  test('finishes after a restart what was pulled and not released', async () => {
    cms.change(article('a'));
    await example.publish();
    cms.change(article('b'));
    example.workshop.reach = (point) => {
      if (point === 'planned') throw new Error('the disk is full');
    };
    await expect(example.publish()).rejects.toThrow('the disk is full');
    example.workshop.reach = () => undefined;
    expect(await example.publish({ always: false }), 'in the same process').toMatchObject({ outcome: 'released', drawn: 2 });
    expect(example.workshop.ledger.runs(9).map(({ outcome }) => outcome)).toEqual(['released', 'failed', 'released']);
  });

  test('keeps the release and says why when the CMS is away', async () => {
    cms.change(article('a'));
    await example.publish();
    const { release } = example.workshop.ledger.runs(1)[0]!;
    await cms.close();
    await expect(example.publish()).rejects.toThrow(`连不上内容管理系统 ${cms.url}`);
    await expect(example.publish()).rejects.toThrow();
    expect(example.workshop.current!.id).toBe(release);
    expect(example.workshop.ledger.runs(9).filter(({ outcome }) => outcome === 'failed'), 'one line for one trouble').toHaveLength(1);
    cms = await startExampleCms();
  });
});

describe('a blocked page', () => {
  test.each([
    ['cannot be drawn', 'THROW', /^页面 \/news\/202611\/a\/ 没能生成，线上仍是上一个版本。请联系技术人员（the template is broken）。$/],
    ['does not pass the inspection', 'INLINE', /^页面 \/news\/202611\/a\/ 没有通过检查，线上仍是上一个版本。内嵌脚本和样式：<script> 会被安全策略拒绝。$/],
  ])('that %s keeps its last good object and stops no other', async (_name, body, reason) => {
    cms.change(article('a', { body: '<p>好的版本</p>' }), article('b'));
    await example.publish();
    const good = route(PAGE_A);
    cms.change(article('a', { body, title: '坏的版本' }), article('b', { body: '<p>照常更新</p>' }));
    const run = await example.publish();
    expect(run.blocked).toEqual([{ type: 'article', documentId: 'a', locale: 'zh-Hans', path: PAGE_A, reason: expect.stringMatching(reason) }]);
    expect(route(PAGE_A)).toEqual(good);
    expect(html('/news/202611/b/')).toContain('照常更新');

    cms.change(article('a', { body: '<p>改好了</p>' }));
    expect((await example.publish()).blocked).toEqual([]);
    expect(html(PAGE_A)).toContain('改好了');
  });

  test('that was never live is simply not there, and its editors are told', async () => {
    cms.change(article('a', { body: 'THROW' }));
    await example.publish();
    await example.workshop.acknowledger.settle(2000);
    expect(route(PAGE_A)).toBeUndefined();
    expect(cms.acknowledgements.at(-1)!.blocked).toMatchObject([{ type: 'article', documentId: 'a', reason: expect.stringContaining('它暂时没有上线') }]);
  });

  test('is the second of two that claim one address', async () => {
    cms.change(article('a'), article('b', { path: PAGE_A }));
    const run = await example.publish();
    expect(run.blocked).toMatchObject([{ documentId: 'b', reason: expect.stringContaining(`网址 ${PAGE_A} 已经是“信息 a”的，这个页面没有上线。请换`) }]);
    expect(html(PAGE_A)).toContain('信息 a');
  });
});

describe('a new renderer', () => {
  test('draws every page again, and its old assets stay for a day', async () => {
    cms.change(article('a'));
    await example.publish();
    await reopen('v2');
    expect(await example.publish()).toMatchObject({ drawn: 2, kept: 0 });
    expect(route('/_astro/style.v1.css')).toMatchObject({ immutable: true });
    expect(route('/_astro/style.v2.css')).toMatchObject({ immutable: true, type: 'text/css; charset=utf-8' });
    expect(route('/favicon.ico')).not.toHaveProperty('immutable');

    now = new Date(now.getTime() + 23 * 3_600_000);
    await reopen('v3');
    await example.publish();
    expect([route('/_astro/style.v1.css'), route('/_astro/style.v2.css')]).not.toContain(undefined);
    now = new Date(now.getTime() + 2 * 3_600_000);
    await example.publish();
    expect(route('/_astro/style.v1.css')).toBeUndefined();
    expect(route('/_astro/style.v2.css')).toBeDefined();
  });
});

describe('acknowledgements', () => {
  test('say what is live, and never delay publishing', async () => {
    cms.faults.refuseAcknowledgements = true;
    cms.change(article('a'));
    const { release } = await example.publish();
    cms.change(article('b'));
    await example.publish();
    await example.workshop.acknowledger.settle(200);
    expect(cms.acknowledgements).toEqual([]);

    cms.faults.refuseAcknowledgements = false;
    await reopen();
    await example.workshop.acknowledger.settle(3000);
    expect(cms.acknowledgements, 'only the newest is told').toHaveLength(1);
    expect(cms.acknowledgements[0]).toMatchObject({ epoch: 'epoch-1', sequence: 2, blocked: [] });
    expect(cms.acknowledgements[0]!.release > release!).toBe(true);
  });
});
