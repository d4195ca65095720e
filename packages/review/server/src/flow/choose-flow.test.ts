import { describe, expect, test } from 'vitest';

import { chooseFlow } from './choose-flow.ts';
import type { Flow } from './flow.ts';

const flow = (name: string, place: Partial<Pick<Flow, 'site' | 'column' | 'uid'>>): Flow => ({
  name, site: null, column: null, uid: null, ...place,
  stages: [{ name: '审', roles: ['reviewer'], users: [], countersign: 'any', days: 1 }],
});
const place = { uid: 'api::article.article', site: 'city', columns: ['news', 'disclosure'] };
const chosen = (...flows: Flow[]) => chooseFlow(flows, place).name;

describe('chooseFlow', () => {
  test('takes the default one when nothing fits', () => {
    expect(chosen(flow('别的栏目', { column: 'services' }), flow('别的类型', { uid: 'api::faq.faq' }), flow('别的站点', { site: 'district' }))).toBe('默认流程');
  });

  test('lets the type win over the site, and any column over the type', () => {
    expect(chosen(flow('站点', { site: 'city' }), flow('全部', {}))).toBe('站点');
    expect(chosen(flow('站点', { site: 'city' }), flow('类型', { uid: place.uid }))).toBe('类型');
    expect(chosen(flow('类型', { uid: place.uid, site: 'city' }), flow('上级栏目', { column: 'disclosure' }))).toBe('上级栏目');
  });

  test('lets the nearest column win, and of two for one column the one that names the type', () => {
    expect(chosen(flow('上级', { column: 'disclosure', uid: place.uid, site: 'city' }), flow('本栏', { column: 'news' }))).toBe('本栏');
    expect(chosen(flow('本栏', { column: 'news' }), flow('本栏此类', { column: 'news', uid: place.uid }))).toBe('本栏此类');
  });
});
