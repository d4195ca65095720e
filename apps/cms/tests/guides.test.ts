import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, signIn, type RunningCms, type Session } from './boot';

const SERVICES = '/content-manager/collection-types/api::service-item.service-item';

let cms: RunningCms;
let editor: Session;
let guide: object;

beforeAll(async () => {
  cms = await bootCms();
  editor = await signIn(cms, 'admin@example.cn');
  const create = (uid: string, data: object): Promise<{ documentId: string }> => cms.strapi.documents(uid as never).create({ data, locale: 'zh-Hans' } as never) as never;
  const site = await create('api::site.site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  const agency = await create('api::agency.agency', { title: '公安局', code: 'gaj', site: site.documentId });
  const column = await create('api::column.column', { title: '办事', slug: 'banshi', kind: 'services', site: site.documentId, columnType: 'services', description: '办事', keywords: '办事' });
  guide = {
    title: '居住证申领',
    column: { connect: [{ documentId: column.documentId }] },
    agency: { connect: [{ documentId: agency.documentId }] },
    summary: '住满半年就能办。',
    itemType: 'confirmation',
    basis: '<p>《居住证暂行条例》第九条。</p>',
    targets: ['person'],
    caseType: 'promised',
    statutoryLimit: 15,
    statutoryUnit: 'workday',
    promisedLimit: 8,
    promisedUnit: 'workday',
    conditions: '<p>居住半年以上。</p>',
    charged: false,
    visits: 1,
    channels: ['window'],
    consultationPhone: '0000-660 5122',
    complaintPhone: '0000-660 5199',
  };
});
afterAll(() => cms?.stop());

const publish = (change: object) => editor.call('POST', `${SERVICES}/actions/publish`, { ...guide, ...change });

describe('publishing a service guide', () => {
  test('is refused when it contradicts itself, with every reason and remedy at once', async () => {
    const { status, body } = await publish({ promisedLimit: 20, charged: true, complaintPhone: '0000-660 5122' });
    expect(status).toBe(400);
    for (const reason of ['承诺 20 个工作日办结，比法定的 15 个工作日还长。', '选了收费，却没有写收费项目。', '咨询电话和投诉电话都是 0000-660 5122。', '投诉电话换成监督部门的电话'])
      expect(body.error.message).toContain(reason);
    const { body: list } = await editor.call('GET', `${SERVICES}?status=published`);
    expect(list.results).toEqual([]);
  });

  test('is not held up by hints', async () => {
    const { status, body } = await publish({});
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    const { documentId } = body.data as { documentId: string };
    expect((await editor.call('GET', `${SERVICES}/${documentId}?status=published`)).body.data.path).toMatch(/^\/banshi\/\d{6}\/\w+\/$/);
  });

  test('is refused in bulk too', async () => {
    const created = await editor.call('POST', SERVICES, { ...guide, promisedLimit: 20 });
    const { documentId } = created.body.data as { documentId: string };
    const { status, body } = await editor.call('POST', `${SERVICES}/actions/bulkPublish`, { documentIds: [documentId], locale: 'zh-Hans' });
    expect(status).toBe(400);
    expect(body.error.message).toContain('没有发布');
  });
});
