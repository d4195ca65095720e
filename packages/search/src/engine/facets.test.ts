import { expect, test } from 'vitest';

import { countFacets, passes } from './facets.ts';
import type { Row } from './shard.ts';

const row = (kind: string, year: string, agency = '', audience = ''): Row => ({ place: { base: '', shown: '' }, site: '', shard: 'a', row: 0, day: 0, places: 1, fields: [], body: 0, validity: '', language: '', kind, year, agency, audience });
const rows = [row('service', '2026'), row('policy', '2026', '市政府'), row('policy', '2025', '市政府'), row('policy', '')];

test('countFacets counts all values where nothing is chosen, and no empty ones', () => {
  expect(countFacets(rows, {})).toEqual({ kind: { service: 1, policy: 3 }, year: { 2025: 1, 2026: 2 }, agency: { 市政府: 2 }, audience: {}, validity: {}, site: {} });
});

test('countFacets leaves a facet’s own filter out of its counts and applies those of the others', () => {
  expect(countFacets(rows, { kind: 'policy', year: '2026' })).toMatchObject({ kind: { service: 1, policy: 1 }, year: { 2025: 1, 2026: 1 }, agency: { 市政府: 1 } });
});

test('passes wants every filter met', () => {
  expect(rows.map((one) => passes(one, { kind: 'policy', year: '2026' }))).toEqual([false, true, false, false]);
});

test('a document for several audiences counts for each and passes for each', () => {
  const both = row('service', '2026', '文化局, 旅游局', 'citizen,rural');
  expect(countFacets([both, row('faq', '2026', '', 'citizen')], { audience: 'rural' })).toMatchObject({ audience: { citizen: 2, rural: 1 }, agency: { '文化局, 旅游局': 1 }, kind: { service: 1 } });
  expect(passes(both, { audience: 'rural' })).toBe(true);
  expect(passes(both, { audience: 'business' })).toBe(false);
});
