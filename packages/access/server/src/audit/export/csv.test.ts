import { describe, expect, test } from 'vitest';

import { csvLine } from './csv.ts';
import { readPeriod } from './period.ts';
import type { AuditRow } from '../chain/row.ts';

const row = (more: Partial<AuditRow>): AuditRow => ({
  sequence: 1, at: '2026-11-25T16:00:00.000Z', actor: 'user:3', actor_name: '李', address: null, agent: null, request_id: null, action: 'document.publish',
  subject_type: null, subject_id: null, subject_locale: null, subject_title: null, before: null, after: null, note: null, previous: '', hash: '', seal: '', ...more,
});

describe('csvLine', () => {
  test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1'])('lets no spreadsheet run %j', (text) => {
    expect(csvLine(row({ note: text }))).toContain(`"'${text}"`);
  });

  test('keeps quotes, commas and line breaks in their field', () => {
    expect(csvLine(row({ note: '说："好",\n再见' }))).toContain('"说：""好"",\n再见"');
  });

  test('tells the time in Beijing and the action in words', () => {
    expect(csvLine(row({}))).toContain('"2026-11-26 00:00:00","用户","李","3"');
    expect(csvLine(row({}))).toContain('"发布内容","document.publish"');
  });
});

describe('readPeriod', () => {
  test('takes days in Beijing, both included', () => {
    expect(readPeriod('2026-11-26', '2026-11-26')).toEqual({ from: '2026-11-25T16:00:00.000Z', before: '2026-11-26T16:00:00.000Z' });
  });

  test.each([['2026-02-30', '2026-03-01', '“2026-02-30”不是日期'], ['昨天', '2026-03-01', '“昨天”不是日期'], ['2026-03-02', '2026-03-01', '请对调']])('refuses %s to %s', (from, to, reason) => {
    expect(() => readPeriod(from, to)).toThrow(reason);
  });
});
