import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from 'vitest';

import { describeWeakPassword } from '../../packages/access/server/src/sign-ins/password-rules.ts';
import { loadDemoPasswords } from '../steps/secrets.mjs';

test('the passwords of the demo accounts are never refused by the CMS', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingchuang-passwords-'));
  const accounts = Array.from({ length: 5000 }, (_, index) => `account${index}@wangchuan.example`);
  const drawn = Object.entries(loadDemoPasswords(folder, accounts).passwords as Record<string, string>);
  expect(drawn).toHaveLength(5000);
  expect(drawn.filter(([email, password]) => describeWeakPassword(password, { email }) !== undefined)).toEqual([]);
  rmSync(folder, { recursive: true });
});
