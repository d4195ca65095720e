import { describe, expect, test } from 'vitest';

import { DEFAULT_FLOW } from '../../../server/src/flow/flow.ts';
import { describeScope, describeStage, problemsByField } from './describe-flow.ts';

const places = { sites: [{ id: 's', name: '望川市' }], columns: [{ id: 'c', name: '要闻' }], types: [{ id: 'api::article.article', name: '信息' }] };

describe('describeScope', () => {
  test('says what a flow is for, the narrowest and the widest', () => {
    expect(describeScope({ ...DEFAULT_FLOW, site: 's', column: 'c', uid: 'api::article.article' }, places)).toBe('站点“望川市”，栏目“要闻”和它下面的栏目，类型“信息”');
    expect(describeScope(DEFAULT_FLOW, places)).toBe('全部内容');
    expect(describeScope({ ...DEFAULT_FLOW, column: 'gone' }, places)).toContain('已删除');
  });
});

describe('describeStage', () => {
  test('says who acts, whether one is enough and how long it may take', () => {
    const names = new Map([[3, '陆一川']]);
    expect(describeStage(DEFAULT_FLOW.stages[0]!, names)).toBe('一位审核；1 个工作日');
    expect(describeStage({ name: '会签', roles: ['signer'], users: [3, 9], countersign: 'all', days: 2 }, names)).toBe('陆一川、（已停用的人）、一位签发，都要通过；2 个工作日');
  });
});

describe('problemsByField', () => {
  test('finds the field behind the place of the flow, and keeps two problems of one field', () => {
    expect(
      problemsByField([
        { path: 'flows.3.stages.0.name', message: '请填写环节名称' },
        { path: 'stages.0.name', message: '名称重复' },
        { path: 'flows.3.column', message: '没有这个栏目。' },
      ]),
    ).toEqual({ 'stages.0.name': '请填写环节名称\n名称重复', column: '没有这个栏目。' });
  });
});
