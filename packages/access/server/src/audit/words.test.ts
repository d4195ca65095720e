import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { ACTION_WORDS } from './words.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../..');
/** An action given to the audit as it is, and a move that is written down with a name of its own. */
const WRITTEN = [/\baction: '([a-z-]+(?:\.[a-z-]+)?)'/g, /\brecord\('([a-z-]+\.[a-z-]+)'/g, /\? '(review\.[a-z-]+)' : '(review\.[a-z-]+)'/g];
const MOVED = /\bmove: '([a-z-]+)'/g;

test('everything the platform writes into the audit is called something by people', () => {
  const files = ['access', 'cases', 'feed', 'review'].flatMap((name) => {
    const folder = path.join(ROOT, 'packages', name, 'server/src');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
  });
  const sources = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(file, 'utf8'))
   .filter((source) => source.includes('record(') || source.includes('logMove('));
  const found = sources.flatMap((source) => [
    ...WRITTEN.flatMap((pattern) => [...source.matchAll(pattern)].flatMap(([, ...names]) => names)),
    ...(source.includes('logMove(') ? [...source.matchAll(MOVED)].map(([, move]) => `review.${move}`) : []),
  ]);
  expect(found.length).toBeGreaterThan(25);
  expect(found.filter((action) => !(action in ACTION_WORDS))).toEqual([]);
});
