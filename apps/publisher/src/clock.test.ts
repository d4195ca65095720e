import { expect, test } from 'vitest';

import { MemorySnapshot, type EntryOf } from '@mingchuang/content';

import { nextMoment } from './clock.ts';
import { untilNight } from './watch/start-watching.ts';

const alert = (startsAt: string, endsAt: string): EntryOf<'alert'> => ({
  type: 'alert',
  documentId: startsAt,
  locale: 'zh-Hans',
  version: '1',
  data: { title: '寒潮蓝色预警', site: { type: 'site', documentId: 's' }, level: 'blue', message: '注意保暖', startsAt, endsAt },
});
const next = (now: string, ...alerts: EntryOf<'alert'>[]) => nextMoment(new MemorySnapshot(alerts), new Date(now)).toISOString();

test('nextMoment is midnight in Shanghai when nothing else happens', () => {
  expect(next('2026-11-09T02:00:00Z')).toBe('2026-11-09T16:00:00.000Z');
  expect(next('2026-11-09T16:00:00Z')).toBe('2026-11-10T16:00:00.000Z');
});

test('nextMoment is the beginning or the end of an alert before that', () => {
  const cold = alert('2026-11-09T03:00:00Z', '2026-11-09T05:00:00Z');
  expect(next('2026-11-09T02:00:00Z', cold)).toBe('2026-11-09T03:00:00.000Z');
  expect(next('2026-11-09T03:00:00Z', cold)).toBe('2026-11-09T05:00:00.000Z');
  expect(next('2026-11-09T05:00:00Z', cold)).toBe('2026-11-09T16:00:00.000Z');
});

test.each([
  ['2026-11-26T19:00:00Z', 30 * 60_000],
  ['2026-11-26T19:30:00Z', 60_000],
  ['2026-11-26T20:00:00Z', 23.5 * 3_600_000],
])('the nightly proof comes at half past three in Shanghai: at %s after %i ms', (now, wait) => {
  expect(untilNight(new Date(now))).toBe(wait);
});
