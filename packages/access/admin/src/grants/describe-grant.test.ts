import { describe, expect, test } from 'vitest';

import type { Choices } from '../../../server/src/grants/choices.ts';
import type { Grant } from '../../../server/src/grants/grant.ts';
import { describeGrant } from './describe-grant.ts';

const choices: Choices = {
  users: [{ value: 7, label: '李倩（liqian@example.cn）' }],
  roles: [{ value: 'author', label: '采编' }],
  sites: [{ value: 'city', label: '望川市人民政府' }],
  columns: ['a', 'b', 'c', 'd'].map((value) => ({ value, label: `栏目 ${value}`, site: 'city' })),
  agencies: [{ value: 'zjj', label: '住建局' }],
};
const grant = (area: Partial<Grant>): Grant => ({ id: 1, user: 7, role: 'author', site: null, columns: null, agency: null, gaveRole: false, ...area });

describe('describeGrant', () => {
  test('says what is not limited', () => {
    expect(describeGrant(grant({}), choices)).toEqual({ who: '李倩（liqian@example.cn）', role: '采编', site: '全部站点', columns: '全部栏目', agency: '全部机构' });
  });

  test('names site, columns and agency', () => {
    expect(describeGrant(grant({ site: 'city', columns: ['a', 'b'], agency: 'zjj' }), choices)).toMatchObject({ site: '望川市人民政府', columns: '栏目 a、栏目 b（含下级栏目）', agency: '住建局' });
    expect(describeGrant(grant({ agency: 'own' }), choices).agency).toBe('本人所在的机构');
  });

  test('counts columns when they are many', () => {
    expect(describeGrant(grant({ columns: ['a', 'b', 'c', 'd'] }), choices).columns).toBe('栏目 a、栏目 b、栏目 c等 4 个（含下级栏目）');
  });

  test('shows that something is gone', () => {
    expect(describeGrant(grant({ user: 8, columns: ['x'] }), choices)).toMatchObject({ who: '（已删除）', columns: '（已删除）（含下级栏目）' });
  });
});
