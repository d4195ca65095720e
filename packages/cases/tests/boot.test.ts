import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { cmsEnvironment } from './cms-environment.mjs';
import { aFiling } from './cms.ts';
import { readStored } from './stored.ts';

const SERVE = fileURLToPath(new URL('serve-cms.mjs', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'mc-cases-'));
const environment = cmsEnvironment(dataDir);
const children: ChildProcess[] = [];

beforeAll(() => layFirstStart('empty', dataDir));
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** Boots a CMS in a process of its own; answers its address, or what it printed when it refused to start. */
function serve(changed: Record<string, string> = {}): Promise<{ child: ChildProcess; url?: string; printed: string }> {
  const child = spawn(process.execPath, [SERVE], { env: { ...process.env, ...environment, ...changed } });
  children.push(child);
  return new Promise((resolve) => {
    let printed = '';
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /serving (\S+)/.exec(printed)?.[1];
      if (url) resolve({ child, url, printed });
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.on('exit', () => resolve({ child, printed }));
  });
}

test('every acknowledged case is there after the process was killed, and none opens with another key', async () => {
  const { child, url } = await serve();
  const acknowledged: string[] = [];
  let alive = true;

  const fileOn = async () => {
    while (alive) {
      const filing = aFiling();
      const response = await fetch(`${url}/api/cases`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${environment.GATEWAY_TOKEN}` },
        body: JSON.stringify(filing),
      }).catch(() => undefined);
      if (response?.ok) acknowledged.push(filing.number);
      else alive = false;
    }
  };
  const citizens = Array.from({ length: 16 }, fileOn);
  while (acknowledged.length < 300 && alive) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGKILL');
  await Promise.all(citizens);
  expect(acknowledged.length).toBeGreaterThanOrEqual(300);

  const numbers = await readStored(dataDir, 'SELECT number FROM cases');
  const stored = new Set(numbers.map(({ number }) => number));
  expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
  const [steps] = await readStored(dataDir, 'SELECT COUNT(DISTINCT case_id) AS cases FROM case_steps');
  expect(Number(steps!.cases)).toBe(stored.size);

  const wrong = await serve({ CASE_KEY: randomBytes(32).toString('base64') });
  expect(wrong.url).toBeUndefined();
  expect(wrong.printed).toContain('CASE_KEY 与封存数据库里');
  const missing = await serve({ CASE_KEY: '' });
  expect(missing.url).toBeUndefined();
  expect(missing.printed).toContain('没有设置 CASE_KEY');
  const again = await serve();
  expect(again.url).toBeDefined();
  again.child.kill('SIGKILL');
}, 120_000);
