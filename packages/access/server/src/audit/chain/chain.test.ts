import { describe, expect, test } from 'vitest';

import { differenceOf } from '../difference.ts';
import { keepable, withoutPersonalData } from '../keepable.ts';
import { type Content, CONTENT_COLUMNS, hashOf, NOTHING_BEFORE } from './row.ts';

const content = (more: Partial<Content> = {}): Content => ({
  ...(Object.fromEntries(CONTENT_COLUMNS.map((column) => [column, null])) as Content),
  at: '2026-11-26T01:00:00.000Z',
  actor: 'user:1',
  action: 'document.publish',
  ...more,
});

describe('hashOf', () => {
  test('covers every column, the place and the row before', () => {
    const plain = hashOf(NOTHING_BEFORE, 1, content());
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    for (const column of CONTENT_COLUMNS) expect(hashOf(NOTHING_BEFORE, 1, content({ [column]: '别的' })), column).not.toBe(plain);
    expect(hashOf(NOTHING_BEFORE, 2, content())).not.toBe(plain);
    expect(hashOf('1'.repeat(64), 1, content())).not.toBe(plain);
  });

  test('tells text that moves from one column to the next', () => {
    expect(hashOf(NOTHING_BEFORE, 1, content({ before: 'a', after: 'b' }))).not.toBe(hashOf(NOTHING_BEFORE, 1, content({ before: 'ab' })));
    expect(hashOf(NOTHING_BEFORE, 1, content({ note: '' }))).not.toBe(hashOf(NOTHING_BEFORE, 1, content({ note: null })));
  });
});

describe('differenceOf', () => {
  test('keeps the fields that differ and nothing else', () => {
    expect(differenceOf({ title: '旧', path: '/a/', tags: [1] }, { title: '新', path: '/a/', tags: [1] })).toEqual({ before: { title: '旧' }, after: { title: '新' } });
    expect(differenceOf({ at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' })).toEqual({ before: {}, after: {} });
    expect(differenceOf({}, { cover: 3 })).toEqual({ before: { cover: null }, after: { cover: 3 } });
  });

  test('shows of a long text the place where it changed', () => {
    const long = '甲'.repeat(5000);
    const { before, after } = differenceOf({ body: `${long}乙` }, { body: `${long}丙` });
    expect(before.body).toBe(`…${'甲'.repeat(40)}乙`);
    expect(after.body).toBe(`…${'甲'.repeat(40)}丙`);
  });
});

describe('keepable', () => {
  test('keeps no secret, however deep', () => {
    const kept = JSON.stringify(keepable({ password: 'a1', nested: [{ accessKey: 'a2', headers: { Authorization: 'a3' }, resetPasswordToken: 'a4' }] }));
    expect(kept).not.toMatch(/a[1-4]/);
    expect(keepable({ password: null })).toEqual({ password: null });
  });

  test('keeps no number of a citizen, and other numbers as they are', () => {
    expect(withoutPersonalData('身份证110101199003070134，电话13900000000')).toBe('身份证〔身份证号〕，电话〔手机号〕');
    expect(withoutPersonalData('卡号6222021234567890129')).toBe('卡号6222021234567890129');
    expect(withoutPersonalData('卡号4111111111111111')).toBe('卡号〔银行卡号〕');
    expect(withoutPersonalData('望政发〔2026〕12号，统一编码 11440100000000000000000000000001')).toBe('望政发〔2026〕12号，统一编码 11440100000000000000000000000001');
  });

  test('ends long texts and lists, never within a character', () => {
    const kept = keepable({ text: '😀'.repeat(900), list: Array.from({ length: 80 }, (_, index) => index) }) as { text: string; list: unknown[] };
    expect(kept.text).toMatch(/…（共 1800 字）$/);
    expect(kept.text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(kept.list).toHaveLength(51);
    expect(withoutPersonalData('a\ud800b\0c')).toBe('a\ufffdbc');
  });
});
