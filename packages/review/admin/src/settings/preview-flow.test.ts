import { describe, expect, test } from 'vitest';

import { DEFAULT_FLOW, type Stage } from '../../../server/src/flow/flow.ts';
import { previewFlow } from './preview-flow.ts';

const lu = { id: 3, name: '陆一川', roles: ['reviewer'], agencies: ['zhujian'] };
const he = { id: 4, name: '何川', roles: ['reviewer'], agencies: ['zhujian', 'jiaotong'] };
const wen = { id: 5, name: '闻笛', roles: ['signer'], agencies: ['zhujian'] };
const luo = { id: 6, name: '罗小满', roles: ['site-administrator'], agencies: [] };
const stage = (more: Partial<Stage>): Stage => ({ name: '会签', roles: [], users: [], countersign: 'any', days: 1, ...more });

describe('previewFlow', () => {
  test('names the people of an agency behind each role', () => {
    expect(previewFlow(DEFAULT_FLOW.stages, [lu, he, wen], 'zhujian')).toEqual([
      { name: '初审', who: '审核（陆一川、何川 中的一位）' },
      { name: '复审', who: '审核（陆一川、何川 中的一位）' },
      { name: '签发', who: '闻笛' },
    ]);
  });

  test('says that one person cannot act in two stages', () => {
    const [, second] = previewFlow(DEFAULT_FLOW.stages, [lu, wen], 'zhujian');
    expect(second!.problem).toBe('和“初审”都只有陆一川一个人。同一个人不能审两个环节，请再添一位。');
  });

  test('says that an agency has nobody, and that somebody named is a stranger to it', () => {
    expect(previewFlow(DEFAULT_FLOW.stages, [lu, he], 'zhujian')[2]).toEqual({
      name: '签发',
      who: '签发（还没有人）',
      problem: '这个机构没有人能审这一环节，只能由站点管理员代办。',
    });
    expect(previewFlow([stage({ users: [5] })], [wen], 'jiaotong')[0]!.problem).toContain('不是这个机构的成员');
    expect(previewFlow([stage({ users: [6] })], [luo], 'jiaotong')[0]!.problem).toBeUndefined();
  });

  test('tells 会签 of all from one of several', () => {
    const seats = { roles: ['signer' as const], users: [3] };
    expect(previewFlow([stage({ ...seats, countersign: 'all' })], [lu, wen], 'zhujian')[0]!.who).toBe('陆一川、闻笛，都要通过');
    expect(previewFlow([stage(seats)], [lu, wen], 'zhujian')[0]!.who).toBe('陆一川、闻笛，任一人通过即可');
    expect(previewFlow([stage({ ...seats, countersign: 'all' })], [lu], 'zhujian')[0]!.problem).toBe('要求都通过，但这个机构没有签发。');
  });
});
