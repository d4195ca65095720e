import { describe, expect, test } from 'vitest';

import { MOVE_FORMS, SIGNING, SUBMIT_CHANGE } from './move-forms.ts';
import { isComplete, problemOf, toInstant, toMinute, toRequest } from './move-input.ts';

const now = new Date('2026-11-26T07:00:00Z');
const at = MOVE_FORMS.schedule!.asks[0]!;

describe('toInstant', () => {
  test('reads date and minute as those of Shanghai, whatever the time zone of the computer', () => {
    expect(toInstant('2026-11-28T09:00')).toBe('2026-11-28T01:00:00.000Z');
    expect(toMinute('2026-11-28T01:00:00.000Z')).toBe('2026-11-28T09:00');
  });

  test('reads nothing out of half a time or a day that is none', () => {
    expect(toInstant('2026-11-28')).toBeUndefined();
    expect(toInstant('2026-13-28T09:00')).toBeUndefined();
  });
});

describe('problemOf', () => {
  test('refuses a time that has passed and asks for one that is missing', () => {
    expect(problemOf(at, { at: '2026-11-26T14:59' }, now)).toContain('已经过了');
    expect(problemOf(at, { at: '2026-11-26T15:01' }, now)).toBeUndefined();
    expect(problemOf(at, {}, now)).toContain('请填日期和时间');
  });
});

describe('isComplete', () => {
  test('wants a remark to return something, and not of spaces', () => {
    expect(isComplete(MOVE_FORMS.return!, { remark: '　 ' }, now)).toBe(false);
    expect(isComplete(MOVE_FORMS.return!, { remark: '标题太长' }, now)).toBe(true);
  });

  test('wants a note of a major change only', () => {
    expect(isComplete(SUBMIT_CHANGE, {}, now)).toBe(false);
    expect(isComplete(SUBMIT_CHANGE, { changeKind: 'minor' }, now)).toBe(true);
    expect(isComplete(SUBMIT_CHANGE, { changeKind: 'major' }, now)).toBe(false);
    expect(isComplete(SUBMIT_CHANGE, { changeKind: 'major', changeNote: '调整开放时间' }, now)).toBe(true);
  });
});

describe('toRequest', () => {
  test('sends what was asked, and nothing left empty', () => {
    expect(toRequest(MOVE_FORMS.return!, { remark: ' 标题太长 ', field: 'title', to: 4 })).toEqual({ remark: '标题太长', field: 'title' });
    expect(toRequest(MOVE_FORMS.withdraw!, { reason: '内容有误' })).toEqual({ reason: '内容有误' });
  });

  test('takes a planned time back when it was taken out of the form', () => {
    expect(toRequest(SIGNING, { at: '' }, { at: '2026-11-28T09:00' })).toEqual({ at: null });
    expect(toRequest(SIGNING, {})).toEqual({});
  });
});
