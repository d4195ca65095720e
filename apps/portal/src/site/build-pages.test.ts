import { isRedirect, MemorySnapshot, type AddressConflict, type AnyEntry, type Page, type Snapshot } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries, exampleSnapshot } from '@mingchuang/content/examples';
import { describe, expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';
import { syntheticEntries } from '../../tests/synthetic-entries.ts';

const options = { today: EXAMPLE_TODAY };
const build = (snapshot: Snapshot, today = EXAMPLE_TODAY) => [...buildPages(snapshot, { today })];
const pagesOf = (snapshot: Snapshot, today = EXAMPLE_TODAY) =>
  build(snapshot, today).filter((page): page is Page => !isRedirect(page));
const drawnAgain = (before: Page[], after: Page[]) => {
  const known = new Map(before.map((page) => [page.path, page.digest]));
  return after.filter((page) => known.get(page.path) !== page.digest).map(({ path }) => path);
};

/** The examples, with one entry changed. */
function changed(id: string, change: (data: Record<string, unknown>) => object): Snapshot {
  const entries = exampleEntries.map((entry) =>
    entry.documentId === id ? { ...entry, version: `${entry.version}+`, data: { ...entry.data, ...change({ ...entry.data }) } } : entry,
  );
  return new MemorySnapshot(entries as AnyEntry[], exampleAddresses);
}

describe('buildPages', () => {
  test('gives the same pages in the same order whatever the order of the snapshot', () => {
    const shuffled = new MemorySnapshot([...exampleEntries].reverse(), [...exampleAddresses].reverse());
    const facts = (snapshot: Snapshot) => build(snapshot).map((page) => (isRedirect(page) ? page : [page.path, page.template, page.digest]));
    expect(facts(shuffled)).toEqual(facts(exampleSnapshot()));
  });

  test('has no two pages at one path, and none without inputs except the plain system pages', () => {
    const paths = build(exampleSnapshot()).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const page of pagesOf(exampleSnapshot())) expect(page.inputs!.length, page.path).toBeGreaterThan(0);
  });

  test('has nothing to show before there is a site', () => {
    expect(build(new MemorySnapshot())).toEqual([]);
  });

  test('shows no column that is empty', () => {
    const without = new MemorySnapshot(exampleEntries.filter(({ type }) => type !== 'interpretation'));
    const paths = build(without).map(({ path }) => path);
    expect(paths).not.toContain('/gongkai/jiedu/');
    const { sections } = pagesOf(without).find(({ path }) => path === '/gongkai/')?.props() as { sections: { path: string }[] };
    expect(sections.map(({ path }) => path)).toEqual([
      '/gongkai/guifan/',
      '/gongkai/jigou/',
      '/gongkai/yusuan/',
      '/gongkai/tongji/',
      '/gongkai/xiangmu/',
      '/gongkai/lingdao/',
      '/gongkai/zhuanti/',
      '/gongkai/zfxxgk/',
      '/gongkai/gongshi/',
      '/gongkai/quanze/',
    ]);
  });

  test('keeps the page of a document whose column is not published', () => {
    const without = new MemorySnapshot(exampleEntries.filter(({ documentId }) => documentId !== 'column-news'));
    const page = pagesOf(without).find(({ path }) => path === '/zixun/yaowen/202611/k7s3d9q2/');
    expect((page?.props() as { column?: object }).column).toBeUndefined();
  });

  test('answers for withdrawn, moved and redirected addresses', () => {
    const byPath = new Map(build(exampleSnapshot()).map((page) => [page.path, page]));
    expect(byPath.get('/zixun/tongzhi/202604/o8i4u6y2/')).toMatchObject({ status: 410, template: 'Gone' });
    expect(byPath.get('/zixun/tongzhi/202611/n4h8k2w6/')).toEqual({
      path: '/zixun/tongzhi/202611/n4h8k2w6/',
      status: 301,
      location: '/zixun/yaowen/202611/n4h8k2w6/',
    });
    expect(byPath.get('/index.html')).toMatchObject({ status: 301, location: '/' });
    expect(byPath.get('/404/')).toMatchObject({ status: 404 });
  });

  test('draws only the article again when its text changes', () => {
    const before = pagesOf(exampleSnapshot());
    const after = pagesOf(changed('article-station', () => ({ body: '<p>改过的正文。</p>' })));
    expect(drawnAgain(before, after)).toEqual(['/zixun/yaowen/202611/k7s3d9q2/']);
  });

  test('draws the lists again when a title changes', () => {
    const before = pagesOf(exampleSnapshot());
    const after = pagesOf(changed('article-station', () => ({ title: '新的标题' })));
    expect(drawnAgain(before, after)).toEqual([
      '/',
      '/zixun/',
      '/zixun/rss.xml',
      '/zixun/yaowen/',
      '/zixun/yaowen/rss.xml',
      '/zixun/yaowen/202611/k7s3d9q2/',
      '/jigou/zfb/',
    ]);
  });

  test('draws a handful of pages for a new article in a column of thousands', () => {
    const entries = syntheticEntries(3000);
    const before = pagesOf(new MemorySnapshot(entries.slice(0, -1)));
    const after = pagesOf(new MemorySnapshot(entries));
    const again = drawnAgain(before, after);
    expect(again.length).toBeLessThan(20);
    expect(again.filter((path) => path.includes('/page-'))).toHaveLength(1);
  });

  test('gives an address to one document, and tells of the other and of redirects from it', () => {
    const snapshot = exampleSnapshot();
    const first = snapshot.all('article').find(({ locale, data }) => locale === 'zh-Hans' && data.path)!;
    const path = first.data.path!;
    snapshot.put({ ...first, documentId: 'twin', version: 'twin' });
    const redirect = snapshot.all('redirect')[0]!;
    snapshot.put({ ...redirect, documentId: 'from-it', data: { ...redirect.data, from: path } });
    const conflicts: AddressConflict[] = [];
    const pages = [...buildPages(snapshot, { today: EXAMPLE_TODAY, onConflict: (conflict) => conflicts.push(conflict) })];
    expect(pages.filter((page) => page.path === path)).toHaveLength(1);
    const holder = pages.find((page) => page.path === path)!.document;
    expect(conflicts.map(({ document }) => document!.documentId).sort()).toEqual([first.documentId, 'from-it', 'twin'].filter((id) => id !== holder!.documentId).sort());
    expect(conflicts.map(({ path: at, holder: by }) => [at, by])).toEqual(conflicts.map(() => [path, holder]));
  });

  test('knows that a document has expired by the day alone', () => {
    const policy = (today: string) => pagesOf(exampleSnapshot(), today).find(({ path }) => path.endsWith('/m4n8b2v6/'))!;
    expect(policy('2026-10-31').props()).toMatchObject({ validity: 'effective' });
    expect(policy('2026-11-01').props()).toMatchObject({ validity: 'expired' });
    expect(policy('2026-11-01').digest).not.toBe(policy('2026-10-31').digest);
  });

  test('takes an interpretation for over once every document it explains is', () => {
    const explaining = exampleEntries.flatMap((entry) => (entry.type === 'interpretation' && entry.data.documents.length > 0 ? [entry.data.path] : []));
    const validityIn = (state: string) => {
      const entries = exampleEntries.map((entry) => (entry.type === 'policy-document' ? ({ ...entry, data: { ...entry.data, validity: state, expiresOn: undefined } } as AnyEntry) : entry));
      return pagesOf(new MemorySnapshot(entries, exampleAddresses)).flatMap(({ path, search }) => (explaining.includes(path) ? [search!().validity] : []));
    };
    expect(explaining.length).toBeGreaterThan(0);
    expect(validityIn('repealed')).toEqual(explaining.map(() => 'repealed'));
    expect(validityIn('effective')).toEqual(explaining.map(() => undefined));
  });

  test('lists the outside addresses of the whole site, and no government ones', () => {
    const page = pagesOf(exampleSnapshot()).find(({ path }) => path === '/external-links.json');
    const { value } = page!.props() as { value: string[] };
    expect(value).toContain('https://weather.wangchuan.example/today?city=1&day=2');
    expect(value).toContain('https://news.wangchuan.example/');
    expect(value.filter((url) => url.includes('.gov.cn'))).toEqual([]);
  });

  test('takes a second at most for 10,000 entries the first time', { timeout: 30_000 }, () => {
    const snapshot = new MemorySnapshot(syntheticEntries(10_000));
    const start = performance.now();
    const count = [...buildPages(snapshot, options)].length;
    // Budgets are measured by bench/; this only catches what would be quadratic.
    expect(count).toBeGreaterThan(10_000);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
