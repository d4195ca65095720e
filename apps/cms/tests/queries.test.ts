import { PUBLIC_CALLS, type SearchCount } from '@mingchuang/content';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { bootCms, GATEWAY_TOKEN, type RunningCms, type Session } from './boot';
import { join } from './isolation/callers';

let cms: RunningCms;
let editor: { id: number; session: Session };
let author: { id: number; session: Session };
let city: string;
let district: string;

const site = async (title: string, siteCode: string, domain: string) => {
  const data = { title, shortName: title, domain, siteCode, sponsor: '办' };
  return ((await cms.strapi.documents('api::site.site').create({ data, locale: 'zh-Hans', status: 'published' } as never)) as { documentId: string }).documentId;
};
const report = (of: string, counts: Partial<SearchCount>[], token = GATEWAY_TOKEN) =>
  fetch(cms.address + PUBLIC_CALLS.countSearches.path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ site: of, counts: counts.map((count) => ({ asked: 0, empty: 0, followed: 0, ...count })) }),
  });
const read = async (of: string, days: number | string = 30) => (await editor.session.call('GET', `/queries/report?site=${of}&days=${days}`)).body;
const queries = (counts: SearchCount[]) => counts.map(({ query }) => query);

beforeAll(async () => {
  cms = await bootCms();
  city = await site('市', '1234567890', 'a.gov.cn');
  district = await site('区', '1234567891', 'b.gov.cn');
  await cms.strapi.documents('api::agency.agency').create({ data: { title: '住建局', code: 'zjj', site: city }, locale: 'zh-Hans', status: 'published' } as never);
  editor = await join(cms, 'site', 'site-administrator');
  author = await join(cms, 'writer', 'author', 'zjj');
});
afterAll(() => cms?.stop());

test('sums of a day are added up, each site by itself', async () => {
  expect((await report(city, [{ query: '公积金', asked: 4, followed: 3 }, { query: '准生证', asked: 3, empty: 3 }])).status).toBe(200);
  await report(city, [{ query: '公积金', asked: 2 }, { query: '停水', asked: 9, followed: 1 }]);
  await report(district, [{ query: '公积金', asked: 5 }]);
  const { data } = await read(city);
  expect(data.asked).toBe(18);
  expect(data.frequent).toContainEqual({ query: '公积金', asked: 6, empty: 0, followed: 3 });
  expect(queries(data.frequent)).toEqual(['停水', '公积金', '准生证']);
  expect(queries(data.empty)).toEqual(['准生证']);
  expect(queries(data.passedOver)).toEqual(['停水']);
});

test('what hardly anybody asks is shown to nobody', async () => {
  await report(city, [{ query: '程晓禾低保', asked: 2, empty: 2 }]);
  const { data } = await read(city);
  expect(data.asked).toBe(20);
  expect(JSON.stringify(data)).not.toContain('程晓禾');
});

test('what is older than the time looked at does not count', async () => {
  await cms.strapi.db.connection('search_counts').insert({ site: city, day: '2026-01-01', query: '春运', asked: 50, empty: 0, followed: 40 });
  expect(queries((await read(city, 90)).data.frequent)).not.toContain('春运');
  expect((await read(city, 365)).error.message).toContain('days');
});

test('sums come from the gateway alone, in the agreed form', async () => {
  expect((await report(city, [{ query: '水费', asked: 1 }], 'x')).status).toBe(401);
  expect((await report(city, [{ query: '水'.repeat(41), asked: 1 }])).status).toBe(400);
  expect((await report(city, [{ query: '水费', asked: -1 }])).status).toBe(400);
});

test('authors see nothing of it, and site administrators their own sites', async () => {
  expect((await author.session.call('GET', '/queries/sites')).status).toBe(403);
  expect((await editor.session.call('GET', '/queries/sites')).body.data.map(({ title }: { title: string }) => title)).toEqual(['市', '区']);
  expect((await editor.session.call('GET', '/queries/report?site=nowhere&days=30')).status).toBe(403);
});

test('a query can be tried, and without a publisher that is said', async () => {
  expect((await editor.session.call('POST', '/queries/try', { site: city, query: '公积金' })).body.data).toEqual({ kind: 'away' });
  expect((await editor.session.call('POST', '/queries/try', { site: city, query: '' })).body.error.message).toContain('搜索词');
});

test('a query becomes the draft of a rule, by the route the admin uses', async () => {
  const rule = { title: '搜“准生证”', kind: 'same', words: '准生证', site: { connect: [{ documentId: city }] } };
  const made = await editor.session.call('POST', '/content-manager/collection-types/api::search-rule.search-rule', rule);
  expect(made.status).toBe(201);
  const found = await cms.strapi.documents('api::search-rule.search-rule' as never).findOne({ documentId: made.body.data.documentId, populate: ['site'] } as never);
  expect(found).toMatchObject({ words: '准生证', site: { documentId: city }, publishedAt: null });
});
