import { checkAnnualTables, type Figures } from '@mingchuang/content';
import { annualFigures } from '@mingchuang/content/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, signIn, type RunningCms, type Session } from './boot';

const REPORTS = '/content-manager/collection-types/api::annual-report.annual-report';
const NOTICES = '/content-manager/collection-types/api::public-notice.public-notice';

let cms: RunningCms;
let editor: Session;
let place: object;

beforeAll(async () => {
  cms = await bootCms();
  editor = await signIn(cms, 'admin@example.cn');
  const create = (uid: string, data: object): Promise<{ documentId: string }> => cms.strapi.documents(uid as never).create({ data, locale: 'zh-Hans' } as never) as never;
  const site = await create('api::site.site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  const agency = await create('api::agency.agency', { title: '办公室', code: 'bgs', site: site.documentId });
  const column = await create('api::column.column', { title: '年报', slug: 'nianbao', kind: 'annual-reports', site: site.documentId, columnType: 'disclosure-report', description: '年报', keywords: '年报' });
  // A published report points only to a published agency.
  await (cms.strapi.documents('api::agency.agency' as never) as any).publish({ documentId: agency.documentId, locale: 'zh-Hans' });
  place = { column: { connect: [{ documentId: column.documentId }] }, agency: { connect: [{ documentId: agency.documentId }] } };
});
afterAll(() => cms?.stop());

describe('publishing an annual report', () => {
  const report = (year: number, tables: Figures | null) => ({ ...place, title: `${year}年年报`, year, overview: '<p>总体情况。</p>', tables });
  const publish = (year: number, tables: Figures | null) => editor.call('POST', `${REPORTS}/actions/publish`, report(year, tables));
  const year2024 = annualFigures({ 'requests.received.person': 5, 'requests.granted.person': 3, 'requests.pending.person': 2 });
  const year2025 = (carried: number) => annualFigures({ 'requests.received.person': 4, 'requests.carried.person': carried, 'requests.granted.person': 4 + carried });

  test('is refused while its tables do not add up, naming cell and remedy; the draft is kept', async () => {
    const wrong = { ...year2024, 'requests.granted.person': 1 };
    expect(checkAnnualTables(wrong).length).toBeGreaterThan(0);
    const draft = await editor.call('POST', REPORTS, report(2024, wrong));
    expect(draft.status).toBe(201);
    const { status, body } = await editor.call('POST', `${REPORTS}/${draft.body.data.documentId}/actions/publish`, report(2024, wrong));
    expect(status).toBe(400);
    expect(body.error.message).toContain('表三“（七）总计”的自然人栏填的是 3，各项相加是 1，相差 2。请核对各项。');
    const stored = await editor.call('GET', `${REPORTS}/${draft.body.data.documentId}`);
    expect(stored.body.data.tables['requests.granted.person']).toBe(1);
  });

  test('is refused without tables from 2021 on, and not before', async () => {
    expect((await publish(2022, null)).body.error.message).toContain('2022年的年报要有法定统计表');
    expect((await publish(2012, null)).status).toBeLessThan(300);
  });

  test('is refused when it does not go on where the year before ended', async () => {
    const first = await publish(2024, year2024);
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    const { status, body } = await publish(2025, year2025(1));
    expect(status).toBe(400);
    expect(body.error.message).toContain('填的是 1，上一年的年报结转到今年的是 2，两个数应当一样。请改成 2，或者先更正上一年的年报。');
    expect((await publish(2025, year2025(2))).status).toBeLessThan(300);
  });

  test('is refused whoever asks', async () => {
    const documents = cms.strapi.documents('api::annual-report.annual-report' as never) as any;
    const data = { title: '直接写', year: 2023, overview: '<p>一</p>', tables: { 'requests.total': 1 } };
    await expect(documents.create({ data, status: 'published' })).rejects.toThrow('没有发布，请先改好');
  });
});

describe('a public notice', () => {
  const notice = (more: object = {}) => ({
    ...place,
    title: '关于陈小明等人的公示',
    kind: 'funds',
    startsOn: '2026-11-01',
    endsOn: '2026-11-07',
    expiresOn: '2026-12-07',
    body: '<p>陈小明，身份证110101199003074518，电话13812345678。</p>',
    entries: [{ name: '陈小明', subject: 'person', code: '110101199003074518', area: '柳浦社区' }],
    ...more,
  });
  const stored = (documentId: string, status: string) =>
    cms.strapi.documents('api::public-notice.public-notice' as never).findOne({ documentId, status, populate: ['entries'] } as never) as Promise<any>;

  test('is masked when it is saved', async () => {
    const { body } = await editor.call('POST', NOTICES, notice());
    const saved = await stored(body.data.documentId, 'draft');
    expect(saved.title).toBe('关于陈*明等人的公示');
    expect(saved.body).toBe('<p>陈*明，身份证110101********4518，电话138****5678。</p>');
    expect(saved.entries[0]).toMatchObject({ name: '陈*明', code: '110101********4518', area: '柳浦社区' });
  });

  test('is masked before it is published when masking was switched on after its list was written', async () => {
    const { body } = await editor.call('POST', NOTICES, notice({ namesMasked: false }));
    const { documentId } = body.data;
    expect((await stored(documentId, 'draft')).entries[0].name).toBe('陈小明');
    const documents = cms.strapi.documents('api::public-notice.public-notice' as never) as any;
    await documents.update({ documentId, data: { namesMasked: true } });
    await documents.publish({ documentId });
    const published = await stored(documentId, 'published');
    expect(published.entries[0].name).toBe('陈*明');
    expect(JSON.stringify(published)).not.toContain('陈小明');
  });

  test('with people in it is not published without a day to go off line', async () => {
    const { status, body } = await editor.call('POST', `${NOTICES}/actions/publish`, notice({ expiresOn: null }));
    expect(status).toBe(400);
    expect(body.error.message).toContain('“下线日期”不能空着');
  });
});
