import { describe, expect, test } from 'vitest';

import { checkNotice } from './public-notice.ts';

describe('checkNotice', () => {
  const dates = { startsOn: '2026-11-01', endsOn: '2026-11-07' };
  test('wants a day to go off line where people are listed', () => {
    expect(checkNotice({ ...dates, entries: [{ name: '陈*明', subject: 'person' }] })[0]!.message).toContain(
      '“下线日期”不能空着',
    );
    expect(checkNotice({ ...dates, expiresOn: '2026-12-01', entries: [{ name: '陈*明', subject: 'person' }] })).toEqual(
      [],
    );
    expect(checkNotice({ ...dates, entries: [{ name: '某公司', subject: 'organisation' }] })).toEqual([]);
  });
  test('wants dates in their order', () => {
    expect(checkNotice({ ...dates, endsOn: '2026-10-01' })[0]!.message).toContain('早于“公示开始”');
    expect(checkNotice({ ...dates, expiresOn: '2026-11-07' })[0]!.message).toContain('不晚于“公示结束”');
  });
  test('wants a telephone one can call', () => {
    expect(checkNotice({ ...dates, contact: '138****5678' })).toMatchObject([
      { level: 'block', field: 'contact', message: '“异议受理电话”是个人手机号，遮掩以后打不通。', remedy: '请填办公电话。' },
    ]);
    expect(checkNotice({ ...dates, contact: '0000-660 3366' })).toEqual([]);
  });
});
