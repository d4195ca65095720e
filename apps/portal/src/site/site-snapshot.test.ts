import { isRedirect, MemorySnapshot, siteOf, type AnyEntry, type EntryOf, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries, exampleSnapshot } from '@mingchuang/content/examples';
import { describe, expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';

const CITY = 'site-wangchuan';
const DISTRICT = 'site-district';

const take = <T extends AnyEntry['type']>(type: T, id: string) => exampleSnapshot().find(type, id) as EntryOf<T>;
/** An example made a document of the district. */
const moved = <T extends AnyEntry['type']>(type: T, from: string, to: string, data: object) => {
  const entry = take(type, from);
  return { ...entry, documentId: to, version: `${to}-1`, data: { ...entry.data, ...data } } as unknown as AnyEntry;
};

const NEWS = take('column', 'column-news');
const [POLICY] = exampleEntries.filter(({ type }) => type === 'policy-document') as EntryOf<'policy-document'>[];
const [ARTICLE] = exampleEntries.filter(({ type, data }) => type === 'article' && (data as { column: { documentId: string } }).column.documentId === 'column-news') as EntryOf<'article'>[];
const site = { type: 'site', documentId: DISTRICT };
const district: AnyEntry[] = [
  moved('site', CITY, DISTRICT, { title: '望川市望江区人民政府', shortName: '望江区人民政府', domain: 'www.wangjiang.example', theme: 'green', siteCode: '9900020001', newsColumns: [{ type: 'column', documentId: 'column-street' }], tasks: [], emblem: undefined }),
  moved('column', 'column-news', 'column-street', { site, parent: undefined, title: '区里要闻', slug: 'qu', path: '/qu/', inNavigation: true }),
  moved('agency', 'agency-office', 'agency-district', { site, code: 'qu-office', path: '/jigou/qu-office/' }),
  moved('article', ARTICLE!.documentId, 'article-district', {
    title: '望江区的一条信息',
    column: { type: 'column', documentId: 'column-street' },
    agency: { type: 'agency', documentId: 'agency-district' },
    alsoIn: [],
    cover: undefined,
    attachments: [],
    path: '/qu/202611/dddd0001/',
    body: `<p>见<a href="entry:policy-document/${POLICY!.documentId}">市里的文件</a>。</p>`,
  }),
];
const both = (more: AnyEntry[] = []) => new MemorySnapshot([...exampleEntries, ...district, ...more], [...exampleAddresses, { path: '/qu/202611/gone0001/', state: 'withdrawn', at: '2026-11-20T00:00:00Z' } as never]);
const build = (id: string | undefined, snapshot = both()) => [...buildPages(snapshot, { today: EXAMPLE_TODAY, ...(id && { site: id }) })];
const pages = (id: string, snapshot = both()) => new Map(build(id, snapshot).filter((page): page is Page => !isRedirect(page)).map((page) => [page.path, page]));
const said = (page: Page | undefined) => JSON.stringify(page?.props());

describe('of two sites', () => {
  test('each has its own columns, documents, agencies, frame and theme', () => {
    const [city, own] = [pages(CITY), pages(DISTRICT)];
    expect(own.get('/qu/202611/dddd0001/')).toBeDefined();
    expect(city.has('/qu/202611/dddd0001/')).toBe(false);
    expect([...own.keys()].filter((path) => path.startsWith(NEWS.data.path!))).toEqual([]);
    const frame = (own.get('/')!.props() as { frame: { site: { theme: string; domain: string }; navigation: { url: string }[] } }).frame;
    expect(frame.site).toMatchObject({ theme: 'green', domain: 'www.wangjiang.example' });
    expect(frame.navigation.map(({ url }) => url)).toEqual(['/', '/qu/']);
    expect(said(own.get('/frame.json'))).not.toContain('agency-office');
    expect(said(own.get('/alerts.json')), 'alerts of the city').toContain('[]');
  });

  test('the first is drawn from the same inputs as before there was a second, but for its search', () => {
    const inputs = (all: ReturnType<typeof build>) => new Map(all.map((page) => [page.path, isRedirect(page) ? page.location : page.digest]));
    const [before, after] = [inputs(build(undefined, exampleSnapshot() as MemorySnapshot)), inputs(build(CITY))];
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after].filter(([path, one]) => JSON.stringify(one) !== JSON.stringify(before.get(path))).map(([path]) => path)).toEqual(['/search/']);
  });

  test('the search of each names itself, then the others; in English, those that are published in it', () => {
    const sitesIn = (id: string, path: string, snapshot = both()) => (pages(id, snapshot).get(path)!.props() as { sites: { domain: string; shortName: string }[] }).sites;
    const [city, own] = [{ domain: 'www.wangchuan.example', shortName: take('site', CITY).data.shortName }, { domain: 'www.wangjiang.example', shortName: '望江区人民政府' }];
    expect(sitesIn(CITY, '/search/')).toEqual([city, own]);
    expect(sitesIn(DISTRICT, '/search/')).toEqual([own, city]);
    const english = both([{ ...take('site', CITY), locale: 'en', version: 'city-en-1' } as unknown as AnyEntry]);
    expect(sitesIn(CITY, '/en/search/', english).map(({ domain }) => domain)).toEqual([city.domain]);
  });

  test('a document links to one of the other at its domain', () => {
    const page = pages(DISTRICT).get('/qu/202611/dddd0001/');
    const target = `https://www.wangchuan.example${POLICY!.data.path}`;
    expect(said(page)).toContain(`href=\\"${target}\\"`);
    expect(page!.inputs).toContain(`link:policy-document/${POLICY!.documentId}=${target}`);
  });

  test('an article shown in a column of the other leads to its own site', () => {
    const shared = { ...ARTICLE!, version: 'shared', data: { ...ARTICLE!.data, alsoIn: [{ type: 'column', documentId: 'column-street' }] } } as AnyEntry;
    const all = pages(DISTRICT, both([shared]));
    expect(said(all.get('/qu/'))).toContain(`"path":"https://www.wangchuan.example${ARTICLE!.data.path}"`);
    expect(all.has(ARTICLE!.data.path!)).toBe(false);
  });

  test('what was withdrawn is withdrawn on its own site', () => {
    expect(pages(DISTRICT).get('/qu/202611/gone0001/')?.status).toBe(410);
    expect(pages(CITY).has('/qu/202611/gone0001/')).toBe(false);
  });

  test('an address of one is none of the other, whatever path it has, and one that moved across leads to the domain', () => {
    const snapshot = both();
    const at = '2026-11-20T00:00:00Z';
    snapshot.putAddress({ path: `${NEWS.data.path!}202611/zzzz0001/`, site: DISTRICT, state: 'withdrawn', at });
    snapshot.putAddress({ path: '/qu/202611/zzzz0002/', site: DISTRICT, state: 'moved', to: '/a/b/', toSite: CITY, at });
    expect(pages(DISTRICT, snapshot).get(`${NEWS.data.path!}202611/zzzz0001/`)?.status).toBe(410);
    expect(pages(CITY, snapshot).has(`${NEWS.data.path!}202611/zzzz0001/`)).toBe(false);
    expect(build(DISTRICT, snapshot)).toContainEqual({ path: '/qu/202611/zzzz0002/', status: 301, location: 'https://www.wangchuan.example/a/b/' });
  });

  test('a document belongs to its column, or else to its agency', () => {
    const snapshot = both();
    const article = snapshot.find('article', 'article-district')!;
    expect(siteOf(snapshot, article as AnyEntry)).toBe(DISTRICT);
    snapshot.remove({ type: 'column', documentId: 'column-street', locale: 'zh-Hans' });
    expect(siteOf(snapshot, article as AnyEntry)).toBe(DISTRICT);
    snapshot.remove({ type: 'agency', documentId: 'agency-district', locale: 'zh-Hans' });
    expect(siteOf(snapshot, article as AnyEntry)).toBeUndefined();
  });
});
