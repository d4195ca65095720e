import { isRedirect, MemorySnapshot, type AnyEntry, type EntryOf, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleArticles, exampleEntries } from '@mingchuang/content/examples';
import { describe, expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';

const pagesOf = (entries: readonly AnyEntry[], today = EXAMPLE_TODAY) =>
  [...buildPages(new MemorySnapshot(entries), { today })].filter((page): page is Page => !isRedirect(page));
const everythingOf = (page: Page) => JSON.stringify([page.props(), page.search?.()]);
const pageAt = (path: string, today?: string) => pagesOf(exampleEntries, today).find((page) => page.path === path)!;

const CATALOGUE = '/gongkai/zfxxgk/mulu/';

describe('the statutory catalogue', () => {
  const model = exampleArticles.find(({ data }) => data.disclosure)!;
  const articles = (count: number): AnyEntry[] =>
    Array.from({ length: count }, (_, at): EntryOf<'article'> => {
      const id = `d${String(at).padStart(5, '0')}`;
      const disclosure = { ...model.data.disclosure!, category: '21-02' as const, indexNumber: id, madeOn: '2026-11-20' };
      const facts = { title: `第 ${at} 号`, path: `/zixun/yaowen/202005/${id}/`, publishedOn: '2026-11-23', disclosure };
      return { ...model, documentId: id, version: `${id}-1`, data: { ...model.data, ...facts, firstPublishedAt: undefined } };
    });

  /** Pages of the catalogue that a further document touches. */
  function touchedBy(count: number): string[] {
    const factsOf = (entries: readonly AnyEntry[]) => new Map(pagesOf(entries).map(({ path, digest }) => [path, digest]));
    const entries = [...exampleEntries, ...articles(count)];
    const before = factsOf(entries.slice(0, -1));
    return [...factsOf(entries)].filter(([path, inputs]) => path.startsWith(CATALOGUE) && before.get(path) !== inputs).map(([path]) => path);
  }

  test('lists documents of every type that are public by law, and no others', () => {
    const { filter } = pageAt(CATALOGUE).props() as { filter: string[] };
    const value = filter.flatMap((path) => (pageAt(path).props() as { value: { path: string }[] }).value);
    const wanted = exampleEntries.filter(({ data }) => 'disclosure' in data && data.disclosure && data.disclosure.openness === 'proactive');
    expect(value.map(({ path }) => path).sort()).toEqual(wanted.map(({ data }) => (data as { path: string }).path).sort());
    expect(new Set(wanted.map(({ type }) => type)).size).toBeGreaterThan(6);
    const closed = exampleEntries.map((entry) =>
      entry.documentId === model.documentId
        ? ({ ...entry, data: { ...entry.data, disclosure: { ...model.data.disclosure, openness: 'on-request' } } } as AnyEntry)
        : entry,
    );
    for (const page of pagesOf(closed).filter(({ path }) => path.startsWith(`${CATALOGUE}library-`))) expect(everythingOf(page)).not.toContain(model.data.path);
  });

  test('has a file of each year with index number, name, summary and day', () => {
    const { csv } = pageAt(CATALOGUE).props() as { csv: { year: string; path: string }[] };
    expect(csv.map(({ year }) => year)).toEqual([...csv.map(({ year }) => year)].sort().reverse());
    const { rows } = pageAt(`${CATALOGUE}catalogue-2026.csv`).props() as { rows: string[][] };
    expect(rows[0]).toEqual(['索引号', '名称', '内容概述', '生成日期', '公开机构', '公开类别', '网址']);
    const budget = rows.find(([index]) => index === '990000014/2026-00007');
    expect(budget?.slice(1, 4)).toEqual(['望川市 2026 年财政预算', '2026 年全市一般公共预算收支和“三公”经费', '2026-01-28']);
    for (const { year, path } of csv) for (const [, , , day] of (pageAt(path).props() as { rows: string[][] }).rows.slice(1)) expect(day!.slice(0, 4)).toBe(year);
    expect((pageAt(`${CATALOGUE}2026/`).props() as { csv: string }).csv).toBe(`${CATALOGUE}catalogue-2026.csv`);
  });

  test('names every class of the law and says which are empty', () => {
    const { classes } = pageAt(CATALOGUE).props() as { classes: { key: string; isEmpty: boolean }[] };
    expect(classes).toHaveLength(22);
    expect(classes.filter(({ isEmpty }) => isEmpty).map(({ key }) => key)).toContain('20-09');
  });

  test('is touched in six places by a new document, and in its numbered pages only when it fills one', () => {
    const base = articles(0).length + 100;
    const counts = Array.from({ length: 20 }, (_, at) => touchedBy(base + at).length);
    expect(Math.min(...counts)).toBe(6);
    expect(counts.filter((count) => count > 6).length).toBeLessThanOrEqual(4);
    expect(Math.max(...counts)).toBeLessThanOrEqual(15);
  });

  test('keeps every numbered page as it is when more is added', () => {
    const numbered = (count: number) =>
      new Map(pagesOf([...exampleEntries, ...articles(count)]).filter(({ path }) => path.startsWith(`${CATALOGUE}class-21-02/page-`)).map((page) => [page.path, (page.props() as { rows: object[] }).rows]));
    const [few, many] = [numbered(41), numbered(99)];
    expect([...few.keys()]).toEqual([`${CATALOGUE}class-21-02/page-1/`, `${CATALOGUE}class-21-02/page-2/`]);
    for (const [path, rows] of few) expect(many.get(path)).toEqual(rows);
  });
});

describe('a notice', () => {
  const open = '/gongkai/gongshi/202611/g3s5b7z9/';
  const hiring = '/gongkai/gongshi/202606/p8y1r3n5/';
  const NAMES = ['何苗', '许青'];
  const shown = (today: string) => pagesOf(exampleEntries, today).filter((page) => NAMES.some((name) => everythingOf(page).includes(name)));

  test('counts the days that are left, by the day alone', () => {
    expect(pageAt(open, '2026-11-20').props()).toMatchObject({ state: 'open', daysLeft: 4 });
    expect(pageAt(open, '2026-11-24').props()).toMatchObject({ state: 'open', daysLeft: 0 });
    expect(pageAt(open, '2026-11-25').props()).toMatchObject({ state: 'closed', daysLeft: undefined });
  });

  test('is shown with its names until the day before it goes off line, in its page and lists', () => {
    const paths = shown('2026-07-09').map(({ path }) => path);
    expect(paths).toContain(hiring);
    expect(paths).toContain('/gongkai/gongshi/');
  });

  test('leaves no name anywhere on the site from that day on, and says at its address that it is over', () => {
    expect(shown('2026-07-10').map(({ path }) => path)).toEqual([]);
    const page = pageAt(hiring, '2026-07-10');
    expect(page).toMatchObject({ template: 'NoticeOver', status: 200 });
    expect(page.search).toBeUndefined();
    expect(page.digest).not.toBe(pageAt(hiring, '2026-07-09').digest);
    const elsewhere = pagesOf(exampleEntries, '2026-07-10').filter((other) => other.path !== hiring && everythingOf(other).includes(hiring));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });
});

test('the platform has its four blocks in the order the law gives', () => {
  const { platform } = pageAt('/gongkai/zfxxgk/').props() as { platform: { blocks: { title: string }[] } };
  expect(platform.blocks.map(({ title }) => title)).toEqual(['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报']);
});

test('a power and its service lead to each other', () => {
  const power = pageAt('/gongkai/quanze/202607/q4z6j8k1/').props() as { service: { path: string } };
  const service = pageAt(power.service.path).props() as { powers: { id: string }[] };
  expect(service.powers.map(({ id }) => id)).toEqual(['power-residence']);
});
