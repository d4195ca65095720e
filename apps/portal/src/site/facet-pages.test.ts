import { isRedirect, MemorySnapshot, type AnyEntry, type EntryOf, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAgencies, exampleColumns, exampleEntries, examplePolicies, exampleSite } from '@mingchuang/content/examples';
import { describe, expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';

const pagesOf = (entries: readonly AnyEntry[]) =>
  [...buildPages(new MemorySnapshot(entries), { today: EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page));
const drawnAgain = (before: readonly AnyEntry[], after: readonly AnyEntry[]) => {
  const known = new Map(pagesOf(before).map((page) => [page.path, page.digest]));
  return pagesOf(after)
    .filter((page) => known.get(page.path) !== page.digest)
    .map(({ path }) => path);
};

const TOPICS = ['城乡建设、环境保护\\住房', '民政、扶贫、救灾', '卫生、体育', '自己写的主题'];
const GENRES = ['measure', 'circular', 'opinion'] as const;
const [model] = examplePolicies as [EntryOf<'policy-document'>];

/** Policies of twelve years, oldest first, spread over topics, genres and issuers. */
function policies(count: number): AnyEntry[] {
  const made = Array.from({ length: count }, (_, at): EntryOf<'policy-document'> => {
    const id = `p${String(at).padStart(7, '0')}`;
    const day = new Date(Date.UTC(2014, 0, 1) + Math.floor((at / count) * 4380) * 86_400_000).toISOString().slice(0, 10);
    const { data } = model;
    return {
      ...model,
      documentId: id,
      version: `${id}-1`,
      data: {
        ...data,
        title: `第 ${at} 号文件`,
        topic: TOPICS[at % TOPICS.length],
        genre: GENRES[at % GENRES.length],
        issuer: at % 2 ? '望川市人民政府' : '望川市住房和城乡建设局 望川市财政局',
        // The statutory catalogue lists them too, in pages of its own: statutory-catalogue.test.ts counts those.
        disclosure: undefined,
        interpretations: [],
        services: [],
        questions: [],
        repeals: [],
        repealedBy: [],
        amends: [],
        amendedBy: [],
        path: `/gongkai/guifan/${day.slice(0, 7).replace('-', '')}/${id}/`,
        publishedOn: day,
        firstPublishedAt: undefined,
      },
    };
  });
  return [exampleSite, ...exampleColumns, ...exampleAgencies, ...made];
}

describe('the library of policies', () => {
  test('draws a handful of pages for a new document, at any size', () => {
    const touched = [1000, 4000].map((count) => {
      const entries = policies(count);
      return drawnAgain(entries.slice(0, -1), entries).length;
    });
    expect(touched[1]).toBeLessThan(30);
    expect(touched[1]).toBeLessThanOrEqual(touched[0]! + 1);
  });

  test('files every document under each of its values, once and on one numbered page', () => {
    const pages = pagesOf(policies(300)).filter(({ template }) => template === 'FacetList');
    const listed = (prefix: string) =>
      pages
        .filter(({ path }) => path.startsWith(`/gongkai/guifan/${prefix}`) && /page-\d+\/$/.test(path))
        .flatMap((page) => (page.props() as { cards: { title: string }[] }).cards.map(({ title }) => title));
    for (const prefix of ['topic-', 'genre-', 'validity-', 'page-']) {
      const titles = listed(prefix);
      expect(new Set(titles).size, prefix).toBe(300);
      expect(titles.length, prefix).toBe(300);
    }
    // Two bodies that issued a document together both list it.
    expect(listed('issuer-')).toHaveLength(300 + 150);
  });

  test('has readable addresses for official topics and stable ones for others', () => {
    const paths = pagesOf(policies(40)).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/gongkai/guifan/topic-city/', '/gongkai/guifan/2020/', '/gongkai/guifan/issuer-zjj/']));
    expect(paths.filter((path) => /\/topic-[a-z0-9]{8}\/$/.test(path))).toHaveLength(1);
    for (const path of paths) expect(path).toMatch(/^[\x21-\x7e]+$/);
  });

  test('gives all documents to the element in one file, newest first, with their values', () => {
    const page = pagesOf(policies(50)).find(({ path }) => path === '/gongkai/guifan/library.json')!;
    const { value } = page.props() as { value: { title: string; values: object }[] };
    expect(value).toHaveLength(50);
    expect(value[0]).toMatchObject({ title: '第 49 号文件', values: { topic: ['welfare'], genre: ['circular'], year: ['2025'] } });
  });

  test('also shows the documents of the columns below it', () => {
    const [library] = exampleColumns.filter(({ documentId }) => documentId === 'column-policies') as [EntryOf<'column'>];
    const below = { ...library, documentId: 'below', version: 'below-1', data: { ...library.data, slug: 'jiu', path: '/gongkai/guifan/jiu/', parent: { type: 'column' as const, documentId: 'column-policies' } } };
    const entries = exampleEntries.map((entry) =>
      entry.documentId === 'policy-price' ? ({ ...entry, version: 'moved', data: { ...entry.data, column: { type: 'column', documentId: 'below' } } } as AnyEntry) : entry,
    );
    const front = (path: string) => (pagesOf([...entries, below]).find((page) => page.path === path)!.props() as { total: number }).total;
    expect(front('/gongkai/guifan/')).toBe(examplePolicies.length);
    expect(front('/gongkai/guifan/jiu/')).toBe(1);
  });
});

describe('the channel of an audience', () => {
  const changed = (id: string, change: object) =>
    exampleEntries.map((entry) => (entry.documentId === id ? ({ ...entry, version: `${entry.version}+`, data: { ...entry.data, ...change } } as AnyEntry) : entry));

  test('is drawn again when what it shows changes, and only then', () => {
    expect(drawnAgain(exampleEntries, changed('service-fund', { title: '换了名字', plainName: '换了名字' }))).toContain('/renqun/shimin/');
    expect(drawnAgain(exampleEntries, changed('service-fund', { basis: '<p>换了依据。</p>' }))).not.toContain('/renqun/shimin/');
    expect(drawnAgain(exampleEntries, changed('article-station', { title: '写给企业的', audiences: ['business'] }))).not.toContain('/renqun/shimin/');
    expect(drawnAgain(exampleEntries, changed('article-station', { audiences: ['citizen'] }))).toContain('/renqun/shimin/');
  });

  test('holds everything written for its audience, of every type, in its lists', () => {
    const wanted = exampleEntries.filter(({ data }) => 'audiences' in data && (data.audiences as string[]).includes('citizen')).map(({ documentId }) => documentId);
    const listed = pagesOf(exampleEntries)
      .filter(({ path, template }) => path.startsWith('/renqun/shimin/') && template === 'FacetList')
      .flatMap((page) => (page.props() as { cards: { id: string }[] }).cards.map(({ id }) => id));
    expect(listed.sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(7);
  });

  test('shows first what is written for few', () => {
    const shared = changed('service-fund', { audiences: ['citizen', 'business', 'rural'] });
    const titles = (entries: readonly AnyEntry[]) =>
      (pagesOf(entries).find(({ path }) => path === '/renqun/shimin/')!.props() as { services: { id: string }[] }).services.map(({ id }) => id);
    expect(titles(exampleEntries)).toEqual(['service-fund', 'service-residence']);
    expect(titles(shared)).toEqual(['service-residence', 'service-fund']);
  });

  test('is left out while nothing is written for it', () => {
    const others = exampleEntries.map((entry) => ('audiences' in entry.data ? ({ ...entry, data: { ...entry.data, audiences: ['rural'] } } as AnyEntry) : entry));
    expect(pagesOf(others).map(({ path }) => path)).not.toContain('/renqun/shimin/');
  });
});
