import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCms, documents, seedCity, type TestCms } from './cms.ts';

let cms: TestCms;
let city: Awaited<ReturnType<typeof seedCity>>;
let district: string;
let street: string;

beforeAll(async () => {
  cms = await startCms();
  city = await seedCity(cms);
  const site = { title: '临江区人民政府', shortName: '临江区', domain: 'www.linjiang.gov.cn', siteCode: '9900020001', theme: 'green', sponsor: '临江区人民政府' };
  ({ documentId: district } = await documents(cms, 'site').create({ data: site }));
  await documents(cms, 'site').publish({ documentId: district });
  street = await city.column('qunei', '区内要闻', { site: district });
});
afterAll(() => cms.stop());

const publish = async (column: string) => {
  const { documentId } = await documents(cms, 'article').create({ data: { title: '新闻', column, agency: city.agency, body: '<p>正文</p>' } });
  await documents(cms, 'article').publish({ documentId });
  return { type: 'article', documentId, locale: 'zh-Hans' } as const;
};
const acknowledge = async (site: string, more: object = {}) =>
  cms.feed.acknowledge({ ...(await cms.feed.head()), release: 'r', site, liveAt: new Date().toISOString(), seconds: 0.4, blocked: [], ...more });

test('a document is live once its own site has it, whatever another has', async () => {
  const own = await publish(city.news);
  await acknowledge(district);
  expect(await cms.feed.documentState(own), 'live elsewhere').toMatchObject({ state: 'pending' });
  await acknowledge(city.site, { blocked: [{ ...own, reason: '图片太大' }] });
  await acknowledge(district);
  expect(await cms.feed.documentState(own), 'still blocked here').toMatchObject({ state: 'blocked', reason: '图片太大' });
  await acknowledge(city.site);
  expect(await cms.feed.documentState(own)).toMatchObject({ state: 'live' });
});

test('a document that two sites show is live once both have it', async () => {
  const { documentId } = await documents(cms, 'article').create({ data: { title: '两处都登', column: city.news, alsoIn: [street], agency: city.agency, body: '<p>正文</p>' } });
  await documents(cms, 'article').publish({ documentId });
  const state = () => cms.feed.documentState({ type: 'article', documentId, locale: 'zh-Hans' });
  await acknowledge(city.site);
  expect(await state()).toMatchObject({ state: 'pending' });
  await acknowledge(district);
  expect(await state()).toMatchObject({ state: 'live' });
});

test('what is said of all sites counts for each', async () => {
  const other = await publish(street);
  const { site: _site, ...ofAll } = { ...(await cms.feed.head()), release: 'r', site: '', liveAt: new Date().toISOString(), seconds: 0.4, blocked: [] };
  await cms.feed.acknowledge(ofAll);
  expect(await cms.feed.documentState(other)).toMatchObject({ state: 'live' });
});

test('two sites have columns and documents at the same paths; one site has each once', async () => {
  const twin = await city.column('yaowen', '区里要闻', { site: district });
  const pathOf = async (type: string, documentId: string) => (await documents(cms, type).findOne({ documentId, status: 'published' }))!.path;
  expect(await pathOf('column', twin)).toBe(await pathOf('column', city.news));
  await expect(city.column('yaowen', '又一个', { site: district })).rejects.toThrow('网址“/yaowen/”已经是栏目“区里要闻”的');
  const [here, there] = [await publish(city.news), await publish(twin)];
  const stored = await cms.strapi.db.connection('feed_addresses').whereIn('document_id', [here.documentId, there.documentId]);
  expect(stored.map((row) => [row.document_id, row.site]).sort()).toEqual([[here.documentId, city.site], [there.documentId, district]].sort());
});

test('a document that moves to another site leaves an address that leads there', async () => {
  const { documentId } = await publish(city.news);
  const path = (await documents(cms, 'article').findOne({ documentId, status: 'published' }))!.path;
  const before = await cms.feed.head();
  await documents(cms, 'article').update({ documentId, data: { column: street } });
  await documents(cms, 'article').publish({ documentId });
  const lines = (await cms.feed.changes({ epoch: before.epoch, after: before.sequence })).filter(({ kind }) => kind === 'address');
  const to = (await documents(cms, 'article').findOne({ documentId, status: 'published' }))!.path;
  expect(lines).toEqual([expect.objectContaining({ path, site: city.site, state: 'moved', to, toSite: district })]);
  const all = [];
  for await (const page of cms.feed.export()) all.push(...page);
  expect(all.filter((line) => line.kind === 'address' && line.path === path)).toEqual(lines);
});

test('the main site is at the address of the portal, another at its domain, or beside it on this machine', async () => {
  const [own, other] = [await publish(city.news), await publish(street)];
  const origins = async (portal: string) => [await cms.feed.originOf(own, portal), await cms.feed.originOf(other, portal)];
  expect(await origins('https://www.example.gov.cn')).toEqual(['https://www.example.gov.cn', 'https://www.linjiang.gov.cn']);
  expect(await origins('http://localhost:8080')).toEqual(['http://localhost:8080', 'http://linjiang.localhost:8080']);
});

test('the main site is the one the publisher has for it, and the address of the portal is whose domain it is', async () => {
  const [own, other] = [await publish(city.news), await publish(street)];
  const origins = async (portal: string) => [await cms.feed.originOf(own, portal), await cms.feed.originOf(other, portal)];
  await acknowledge(district, { isMain: true });
  const { domain } = (await documents(cms, 'site').findOne({ documentId: city.site })) as unknown as { domain: string };
  expect(await origins('http://localhost:8080')).toEqual([`http://${domain.replace(/^www\./, '').split('.')[0]}.localhost:8080`, 'http://localhost:8080']);
  expect(await origins('https://portal.example.cn')).toEqual([`https://${domain}`, 'https://portal.example.cn']);
  expect(await origins(`https://${domain}`)).toEqual([`https://${domain}`, 'https://www.linjiang.gov.cn']);
  await acknowledge(city.site, { isMain: true });
});
