import { describe, expect, test } from 'vitest';

import type { Field } from '../versions/shape.ts';
import { sayIncomplete } from './draft-page.ts';
import { hashToken, lifeOf, stateOf } from './link.ts';

const now = new Date('2026-11-26T08:00:00Z');
const [before, after] = ['2026-11-26T07:59:59Z', '2026-11-26T08:00:01Z'];

describe('stateOf', () => {
  test.each([
    ['open', { expiresAt: after }],
    ['expired', { expiresAt: before }],
    ['expired', { expiresAt: now.toISOString() }],
    ['revoked', { expiresAt: after, revokedAt: before }],
    ['revoked', { expiresAt: before, revokedAt: before }],
    ['used', { expiresAt: after, usedAt: before }],
    ['used', { expiresAt: before, usedAt: before }],
  ])('is %s for %o', (state, link) => {
    expect(stateOf(link, now)).toBe(state);
  });
});

test('a link is good for seven days, unless somebody says otherwise; one of the admin for two hours', () => {
  expect(lifeOf('view')).toBe(7 * 24 * 3600_000);
  expect(lifeOf('advice', 30)).toBe(30 * 24 * 3600_000);
  expect(lifeOf('frame', 30)).toBe(2 * 3600_000);
});

test('a token is stored as its hash alone', () => {
  expect(hashToken('a')).toMatch(/^[0-9a-f]{64}$/);
  expect(hashToken('a')).not.toBe(hashToken('b'));
});

describe('sayIncomplete', () => {
  const field = (name: string, label: string, fields?: Field[]): Field => ({ name, label, kind: fields ? 'component' : 'line', many: fields !== undefined, ...(fields ? { fields } : {}) });
  const fields = [field('title', '标题'), field('materials', '材料', [field('name', '材料名称')])];

  test('names fields as the form does, down to the part of a list', () => {
    expect(sayIncomplete(fields, ['title', 'materials.1.name', 'title'])).toBe('还不能预览，请先在编辑页填好：“标题”、“材料 2 · 材料名称”。');
  });
});
