import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { secondFactorSetting } from './second-factor-setting';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const DEMO_PASSWORDS_FILE = join(folder, 'demo-accounts.json');
writeFileSync(DEMO_PASSWORDS_FILE, JSON.stringify({ 'Admin@wangchuan.example': 'x' }));
afterAll(() => rmSync(folder, { recursive: true }));

const demo = { HOST: '127.0.0.1', TRUST_PROXY: false, SECOND_FACTOR: 'required', DEMO: true, DEMO_PASSWORDS_FILE } as const;

describe('secondFactorSetting', () => {
  test('asks no demo account while the demo city is looked at on one machine', () => {
    expect(secondFactorSetting(demo)).toEqual({ mode: 'required', exempt: ['admin@wangchuan.example'] });
  });

  test.each([
    ['the admin listens to others', { ...demo, HOST: '0.0.0.0' }],
    ['there is a proxy in front', { ...demo, TRUST_PROXY: true }],
    ['it is no demo city any more', { ...demo, DEMO: false }],
  ])('asks everybody as soon as %s', (_when, given) => {
    expect(secondFactorSetting(given)).toEqual({ mode: 'required', exempt: [] });
  });
});
