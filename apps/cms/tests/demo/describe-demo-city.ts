import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { DOCUMENT_KINDS, readCity } from '../../src/demo/city';
import { ENGLISH_KINDS, readEnglish } from '../../src/demo/english';
import { loadDemo } from '../../src/demo/load';
import { readSites } from '../../src/demo/sites';
import { FEED_TOKEN, type RunningCms, signIn } from '../boot';

const city = readCity(join(import.meta.dirname, '../../demo'));
const sites = [city, ...readSites(city.folder)];
const total = (count: (site: (typeof sites)[number]) => number) => sites.reduce((sum, site) => sum + count(site), 0);
const english = readEnglish(city);

interface Line {
  kind: string;
  type: string;
  documentId: string;
  locale: string;
  data: Record<string, any>;
  bodyFiles?: { alt?: string }[];
}

/** An installation that has the demo city. */
export interface Loaded {
  cms: RunningCms;
  /** Of the author. */
  password: string;
  /** Whether it has what lies on the desks of people who review, one of it live in an emergency. */
  hasReview: boolean;
}

/**
 * Asks an installation everything the demo city is to be, once it is loaded.
 * @param how How it was loaded, for the name of the suite.
 */
export function describeDemoCity(how: string, load: () => Promise<Loaded>): void {
  let cms: RunningCms;
  let password: string;
  let hasReview: boolean;
  let lines: Line[];
  const versions = (type: string, locale: string) => lines.filter((line) => line.kind === 'entry' && line.type === type && line.locale === locale);
  const entries = (type: string, locale = 'zh-Hans') => versions(type, locale).map(({ data }) => data);
  const readFeed = async () => {
    const answer = await fetch(`${cms.address}/api/feed/export`, { headers: { authorization: `Bearer ${FEED_TOKEN}` } });
    return (await answer.text()).trim().split('\n').map((line) => JSON.parse(line) as Line);
  };

  beforeAll(async () => {
    ({ cms, password, hasReview } = await load());
    lines = await readFeed();
  }, 400_000);
  afterAll(() => cms?.stop());

  describe(`the demo city, ${how},`, () => {
    test('publishes every document exactly once', () => {
      const counts = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, entries(kind).length]));
      const forced = hasReview ? city.desk.filter(({ steps }) => steps.some(({ move }) => move === 'force')).length : 0;
      const wanted = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, total(({ documents }) => documents[kind].length)]));
      expect(counts).toEqual({ ...wanted, article: wanted.article! + forced });
      expect(entries('column')).toHaveLength(total(({ columns }) => columns.length));
      expect(entries('agency')).toHaveLength(total(({ agencies }) => agencies.length));
      expect(entries('site')).toHaveLength(sites.length);
      expect(entries('redirect')).toHaveLength(city.redirects.length);
      expect(entries('search-rule')).toHaveLength(city.searchRules.length);
    });

    test('publishes the English versions as versions of the Chinese documents, each in its place', () => {
      for (const kind of ['site', 'column', 'agency', ...ENGLISH_KINDS]) {
        const chinese = new Map(versions(kind, 'zh-Hans').map((line) => [line.documentId, line.data]));
        for (const { documentId, data } of versions(kind, 'en')) {
          const original = chinese.get(documentId)!;
          if (kind !== 'site') expect(data.path).toBe(`/en${original.path}`);
          for (const field of ['column', 'agency', 'site', 'parent']) if (original[field]) expect(data[field], `${data.title} ${field}`).toMatchObject({ documentId: original[field].documentId });
          for (const field of ['publishedOn', 'firstPublishedAt', 'cover', 'resultSample']) expect(data[field], `${data.title} ${field}`).toEqual(original[field]);
        }
      }
      expect([entries('site', 'en').length, entries('column', 'en').length, entries('agency', 'en').length]).toEqual([1, english.columns.length, english.agencies.length]);
      for (const kind of ENGLISH_KINDS) expect(entries(kind, 'en').map(({ title }) => title).sort()).toEqual(english.documents[kind].map(({ title }) => title).sort());
    });

    test('links the English home page, footer and services to English addresses', () => {
      const [site] = entries('site', 'en');
      const paths = new Set(lines.filter(({ kind, locale }) => kind === 'entry' && locale === 'en').map(({ data }) => data.path));
      const targets = [
        ...[...site!.tasks, ...site!.identities, ...site!.lifeEvents, ...site!.elderTasks, ...site!.footerGroups.flatMap(({ links }: any) => links)].map(({ url }: any) => url),
        ...entries('service-item', 'en').flatMap(({ onlineUrl, mobileUrl }) => [onlineUrl, mobileUrl].filter(Boolean)),
      ];
      expect(targets.length).toBeGreaterThan(30);
      expect(targets.filter((url) => !paths.has(url) && url !== '/en/site-map/')).toEqual([]);
      expect(site!.newsColumns).toHaveLength(english.site.newsColumns.length);
    });

    test('keeps the dates of the data and gives addresses by them', () => {
      const lift = entries('policy-document').find(({ documentNumber }) => documentNumber === '望政规〔2026〕8号')!;
      expect(lift).toMatchObject({ publishedOn: '2026-10-12', firstPublishedAt: '2026-10-12T01:00:00.000Z' });
      expect(lift.path).toMatch(/^\/gongkai\/zhengce\/guifan\/202610\/[a-z0-9]{8}\/$/);
    });

    test('leaves no key of the data in what is published', () => {
      const ids = new Set(lines.flatMap((line) => (line.kind === 'entry' ? [(line as unknown as { documentId: string }).documentId] : [])));
      const text = JSON.stringify(lines);
      for (const [, id] of text.matchAll(/entry:[a-z-]+\/([a-z0-9-]+)/g)) expect(ids).toContain(id);
    });

    test('links home page, footer, alerts and redirects to addresses that exist', () => {
      const site = entries('site').find(({ siteCode }) => siteCode === city.site.siteCode);
      const paths = new Set(lines.filter(({ kind }) => kind === 'entry').map(({ data }) => data.path));
      const platform = ['/letters/write/', '/letters/track/', '/site-map/'];
      const targets = [
        ...[...site!.tasks, ...site!.identities, ...site!.lifeEvents, ...site!.elderTasks, ...site!.footerGroups.flatMap(({ links }: any) => links)].map(({ url }: any) => url),
        ...entries('alert').map(({ url }) => url),
        ...entries('redirect').map(({ to }) => to),
        ...entries('service-item').flatMap(({ onlineUrl, mobileUrl }) => [onlineUrl, mobileUrl].filter(Boolean)),
      ];
      expect(targets.filter((url) => !paths.has(url) && !platform.includes(url))).toEqual([]);
    });

    test('binds policies, interpretations and services to each other', () => {
      const lift = entries('policy-document').find(({ documentNumber }) => documentNumber === '望政规〔2026〕8号')!;
      expect(lift.interpretations).toHaveLength(3);
      expect(lift.repeals).toHaveLength(1);
      expect(lift.services).toHaveLength(1);
      const service = entries('service-item').find(({ title }) => title === '既有住宅加装电梯联合审查')!;
      expect(service.policies).toHaveLength(1);
    });

    test('publishes the letters whose writers agreed, with names masked', () => {
      const letters = entries('letter');
      const published = city.letters.filter(({ mayPublish, published }) => mayPublish && published);
      expect(letters.map(({ author }) => author).sort()).toEqual(published.map(({ name }) => `${[...name][0]}**`).sort());
      expect(letters.map(({ rating }) => rating).filter(Boolean).sort()).toEqual(published.flatMap(({ rating }) => (rating ? [rating.rating] : [])).sort());
      const text = JSON.stringify(letters);
      expect(text).not.toMatch(/1000000\d{4}/);
      expect(city.letters.filter(({ name }) => text.includes(name))).toEqual([]);
    });

    test('takes the other letters as far as they have come', async () => {
      const STAGES = { received: 'received', assigned: 'assigned', handling: 'handling', submitted: 'review' } as Record<string, string>;
      const rows: { stage: string }[] = await cms.strapi.db.connection('cases').where({ kind: 'letter' }).select('stage');
      const expected = city.letters.map(({ state, mayPublish }) => STAGES[state] ?? (mayPublish ? 'public' : 'closed'));
      expect(rows.map(({ stage }) => stage).sort()).toEqual(expected.sort());
    });

    test('adds up what citizens answered, and says nothing of what they wrote', () => {
      const results = entries('survey-results');
      expect(results.map(({ answers }) => answers).sort()).toEqual(Object.values(city.answers).map((rows) => rows.length).sort());
      expect(entries('opinion-figures').map(({ received }) => received).sort()).toEqual([3, 5]);
      const words = [...city.opinions.map(({ body }) => body), ...Object.values(city.answers).flat().flatMap(({ replies }) => replies.filter((reply) => typeof reply === 'string'))];
      const text = JSON.stringify(lines);
      expect(words.filter((word) => text.includes(word as string))).toEqual([]);
    });

    test('has its alert in force for two days', () => {
      const [alert] = entries('alert');
      const [{ startsHoursAgo }] = city.alerts as [{ startsHoursAgo: number }];
      expect(Date.parse(alert!.startsAt)).toBeLessThan(Date.now());
      expect(Date.parse(alert!.endsAt) - Date.parse(alert!.startsAt)).toBe((startsHoursAgo + 48) * 3_600_000);
    });

    test('gives every picture of a page its text alternative', () => {
      const covers = lines.filter(({ kind }) => kind === 'entry').flatMap(({ data, bodyFiles = [] }) => [data.cover, data.resultSample, ...bodyFiles].filter(Boolean));
      expect(covers.length).toBeGreaterThan(25);
      for (const { alt } of covers) expect(alt).toMatch(/。$/);
    });

    test('makes the accounts with the passwords given', async () => {
      await expect(signIn(cms, 'author@wangchuan.example', password)).resolves.toBeDefined();
    });

    test('does nothing the second time', async () => {
      const before = await readFeed();
      await expect(loadDemo(cms.strapi)).resolves.toEqual({ kind: 'kept' });
      expect(await readFeed()).toEqual(before);
    });

    test('lets its author write and publish an English version of what the agency has in Chinese', async () => {
      const author = await signIn(cms, 'author@wangchuan.example', password);
      const articles = '/content-manager/collection-types/api::article.article';
      const { body: list } = await author.call('GET', `${articles}?pageSize=1&locale=zh-Hans`);
      const [{ documentId, agency, publishedOn }] = list.results;
      const column = versions('column', 'en').find(({ data }) => data.slug === 'tongzhi')!;
      const connect = (id: string) => ({ connect: [{ documentId: id, locale: 'en' }], disconnect: [] });
      const draft = { title: 'A notice in English', summary: 'What it says in short.', body: '<p>What it says.</p>', source: 'Wangchuan Housing Bureau', editor: 'Su He', publishedOn, audiences: ['citizen'], agency: connect(agency.documentId), column: connect(column.documentId) };
      expect(await author.call('PUT', `${articles}/${documentId}?locale=en`, draft)).toMatchObject({ status: 200 });
      const published = await author.call('POST', `${articles}/${documentId}/actions/publish?locale=en`, draft);
      expect(published).toMatchObject({ status: 200, body: { data: { locale: 'en', status: 'published' } } });
      lines = await readFeed();
      expect(versions('article', 'en').find((line) => line.documentId === documentId)?.data.path).toMatch(/^\/en\/gongkai\/tongzhi\//);
    });
  });
}
