import type { SearchCounts } from '@mingchuang/content';
import { pino } from 'pino';
import { expect, test } from 'vitest';

import type { CmsOutcome } from '../cases/cms.ts';
import type { Visit } from '../pages/answer.ts';
import { createSearchCounter } from './search-counter.ts';

/** A counter whose CMS keeps what it is told, or is away. */
function start() {
  const told: SearchCounts[] = [];
  const state = { away: false };
  const countSearches = async (counts: SearchCounts): Promise<CmsOutcome<object>> => {
    if (state.away) return { kind: 'away', reason: 'ECONNREFUSED' };
    told.push(counts);
    return { kind: 'ok', answer: {} };
  };
  return { told, state, counter: createSearchCounter({ cms: { countSearches }, log: pino({ level: 'silent' }), every: 1_000_000 }) };
}

const visit = (form: Record<string, string>, { site = 'site-1', visitor = '192.0.2.1' } = {}) =>
  ({ view: { site: { release: { site: { id: site, hosts: [] } } }, now: 0 }, form, visitor }) as unknown as Visit;

test('what is asked, not found and opened is summed up by query and site', async () => {
  const { counter, told } = start();
  for (const event of ['found', 'found', 'followed', 'empty']) await counter.take(visit({ q: '公积金 提取', event }));
  await counter.take(visit({ q: '公积金  提取', event: 'found' }, { site: 'site-2' }));
  expect(await counter.take(visit({ q: '公积金', event: 'found' }))).toMatchObject({ status: 204, body: '' });
  await counter.report();
  expect(told).toEqual([
    { site: 'site-1', counts: [{ query: '公积金 提取', asked: 3, empty: 1, followed: 1 }, { query: '公积金', asked: 1, empty: 0, followed: 0 }] },
    { site: 'site-2', counts: [{ query: '公积金 提取', asked: 1, empty: 0, followed: 0 }] },
  ]);
  await counter.report();
  expect(told).toHaveLength(2);
  await counter.close();
});

test('what may be personal, is unknown or was not sent is dropped', async () => {
  const { counter, told } = start();
  for (const form of [{ q: '13800138000', event: 'found' }, { q: '水费', event: 'bought' }, { event: 'found' }, { q: ' ', event: 'found' }] as Record<string, string>[]) await counter.take(visit(form));
  await counter.close();
  expect(told).toEqual([]);
});

test('one visitor cannot decide what a city searches for', async () => {
  const { counter, told } = start();
  for (let time = 0; time < 500; time++) await counter.take(visit({ q: '水费', event: 'found' }));
  await counter.take(visit({ q: '水费', event: 'found' }, { visitor: '198.51.100.7' }));
  await counter.close();
  expect(told[0]?.counts).toEqual([{ query: '水费', asked: 61, empty: 0, followed: 0 }]);
});

test('while the CMS is away the sums wait, and are bounded', async () => {
  const { counter, told, state } = start();
  state.away = true;
  for (let number = 0; number < 6000; number++) await counter.take(visit({ q: `词${number}`, event: 'found' }, { visitor: String(number) }));
  await counter.report();
  await counter.take(visit({ q: '词0', event: 'found' }));
  state.away = false;
  await counter.report();
  const counts = told.flatMap((one) => one.counts);
  expect(counts).toHaveLength(5000);
  expect(counts.find(({ query }) => query === '词0')?.asked).toBe(2);
  expect(Math.max(...told.map((one) => one.counts.length))).toBe(500);
  await counter.close();
});
