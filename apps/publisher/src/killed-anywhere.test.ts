import { expect, test } from 'vitest';

import { killAnywhere } from './testing/killed-anywhere.ts';

/** Of this many writes one is looked at; the long suite looks at all. */
const SHARE = 23;

test('killed at a write of a publication, the site is whole and the next start finishes', async () => {
  const moments = await killAnywhere('a publication', SHARE);
  const wrote = (pattern: RegExp) => moments.filter((moment) => pattern.test(moment)).length;
  for (const pattern of [
    /^half of writeFileSync objects\/tmp/,
    /^renameSync objects\/[0-9a-f]{2}\/[0-9a-f]{30}$/,
    /^renameSync objects\/.*\.br$/,
    /^renameSync releases\/.*\.json$/,
    /^renameSync releases\/.*\.sig$/,
    /^renameSync releases\/current$/,
    /^snapshot\.db: INSERT OR REPLACE INTO entries/,
    /^snapshot\.db: INSERT OR REPLACE INTO cursor/,
    /^ledger\.db: INSERT INTO runs/,
    /^search\//,
  ])
    expect(wrote(pattern), String(pattern)).toBeGreaterThan(0);
});

test('killed at a write of a repair, the next start repairs the rest', async () => {
  expect((await killAnywhere('a repair', SHARE)).length).toBeGreaterThan(20);
});

test('killed at a removal of a pruning, what is served is whole and the next one finishes', async () => {
  expect((await killAnywhere('a pruning', SHARE)).filter((moment) => moment.startsWith('rmSync')).length).toBeGreaterThan(10);
});
