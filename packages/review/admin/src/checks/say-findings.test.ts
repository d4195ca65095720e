import { expect, test } from 'vitest';

import type { WaivedFinding } from '../../../server/src/checks/judge.ts';
import { groupFindings, sumUp } from './say-findings.ts';

const finding = (level: WaivedFinding['level'], waiver?: WaivedFinding['waiver']): WaivedFinding => ({ check: 'words', key: level, level, field: 'body', message: '甲。', remedy: '乙。', ...(waiver ? { waiver } : {}) });
const word = { kind: 'confirmed', name: '苏禾', at: '2026-11-26T08:00:00.000Z' } as const;

test('counts what is in the way, and not what somebody has settled', () => {
  expect(sumUp([], '送审')).toEqual({ text: '没有发现问题。', tone: 'good' });
  expect(sumUp([finding('block'), finding('confirm'), finding('hint'), finding('hint')], '送审')).toEqual({ text: '1 处不改不能送审，1 处要确认，2 处提醒。', tone: 'bad' });
  expect(sumUp([finding('block', { ...word, kind: 'overridden' }), finding('confirm', word)], '发布')).toEqual({ text: '没有发现问题。', tone: 'good' });
  // A tick is no override.
  expect(sumUp([finding('block', word)], '发布').tone).toBe('bad');
});

test('groups by weight and leaves out what is empty', () => {
  expect(groupFindings([finding('hint'), finding('block')], '送审').map(({ title }) => title)).toEqual(['不改不能送审', '提醒']);
});
