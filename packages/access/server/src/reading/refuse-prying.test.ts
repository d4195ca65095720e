import { describe, expect, test } from 'vitest';

import { refusePrying } from './refuse-prying.ts';

const relation = (target: string) => ({ type: 'relation', target });
const schemas: Record<string, { uid: string; attributes: Record<string, { type: string; target?: string; component?: string }> }> = {
  faq: { uid: 'faq', attributes: { title: { type: 'string' }, service: relation('service'), agency: relation('api::agency.agency'), column: relation('column'), steps: { type: 'component', component: 'step' } } },
  service: { uid: 'service', attributes: { title: { type: 'string' }, agency: relation('api::agency.agency'), column: relation('column') } },
  column: { uid: 'column', attributes: { title: { type: 'string' } } },
  step: { uid: 'step', attributes: { services: relation('service') } },
  'api::agency.agency': { uid: 'api::agency.agency', attributes: { title: { type: 'string' }, members: relation('admin::user') } },
};
const ask = (query: object) => () => refusePrying(query, schemas.faq!, (uid) => schemas[uid]);

describe('refusePrying', () => {
  test.each([
    { filters: { title: { $containsi: '贷款' } } },
    { filters: { $and: [{ agency: { title: { $eq: '住建局' } } }, { column: { documentId: 'x' } }] } },
    { filters: { service: { documentId: { $in: ['a', 'b'] } } } },
    { filters: { service: { id: { $null: true } } } },
    { sort: 'agency.title:ASC,title' },
    {},
  ])('lets %o through', (query) => {
    expect(ask(query)).not.toThrow();
  });

  test.each([
    { filters: { service: { title: { $contains: '罢免' } } } },
    { filters: { $or: [{ $not: { service: { summary: { $startsWith: 'a' } } } }] } },
    { filters: { service: { agency: { title: 'x' } } } },
    { filters: { 'service.title': 'x' } },
    { filters: { steps: { services: { title: { $contains: 'x' } } } } },
    { sort: 'service.title:ASC' },
    { sort: [{ service: { title: 'asc' } }] },
    { sort: { service: { title: 'asc' } } },
  ])('refuses %o, which looks into related documents', (query) => {
    expect(ask(query)).toThrow('不能按所引用内容的字段筛选或排序');
  });

  test('refuses to find out who belongs to an agency', () => {
    expect(ask({ filters: { agency: { members: { id: 3 } } } })).toThrow('不能按机构的成员筛选或排序');
  });
});
