import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { LogFile, readLogSettings } from '../steps/log-file.mjs';

let folder: string;
let now: Date;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingchuang-logs-'));
  now = new Date('2026-11-26T15:59:00Z');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (settings = { maxBytes: 1000, keepDays: 365 }) => new LogFile(folder, 'cms', settings, () => now);
const files = () => readdirSync(folder).sort();
const unpacked = (name: string) => gunzipSync(readFileSync(path.join(folder, name))).toString('utf8');

test('begins a new file when it is midnight in China, and compresses the old one', async () => {
  const log = open();
  log.write('昨天\n');
  now = new Date('2026-11-26T16:00:00Z');
  log.write('今天\n');
  await log.compressed;
  expect(files()).toEqual(['cms-2026-11-26.1.log.gz', 'cms.log']);
  expect(unpacked('cms-2026-11-26.1.log.gz')).toBe('昨天\n');
  expect(readFileSync(path.join(folder, 'cms.log'), 'utf8')).toBe('今天\n');
  log.close();
});

test('begins a new file when one is full, without cutting a line or losing one', async () => {
  const log = open({ maxBytes: 40, keepDays: 365 });
  const lines = Array.from({ length: 12 }, (_, index) => `{"msg":"line ${index}"}\n`);
  for (const line of lines) {
    log.write(line.slice(0, 5));
    log.write(line.slice(5));
  }
  await log.compressed;
  const old = files().filter((name) => name.endsWith('.gz'));
  expect(old.length).toBeGreaterThan(2);
  const inOrder = [...old].sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]));
  expect([...inOrder.map(unpacked), readFileSync(path.join(folder, 'cms.log'), 'utf8')].join('')).toBe(lines.join(''));
  for (const name of old) expect(unpacked(name)).toMatch(/^\{.*\}\n$/s);
  log.close();
});

test('goes on with today’s file after a restart, and sets yesterday’s aside', async () => {
  const writeNow = (log: LogFile, line: string) => {
    log.write(line);
    utimesSync(path.join(folder, 'cms.log'), now, now);
  };
  writeNow(open(), '早上\n');
  const log = open();
  writeNow(log, '下午\n');
  expect(readFileSync(path.join(folder, 'cms.log'), 'utf8')).toBe('早上\n下午\n');
  now = new Date(now.getTime() + 3 * 24 * 60 * 60 * 1000);
  const later = open();
  await later.compressed;
  expect(files().filter((name) => name.endsWith('.log.gz'))).toHaveLength(1);
});

test('deletes logs that were kept long enough, and no other file', () => {
  for (const name of ['cms-2025-11-25.1.log.gz', 'cms-2025-11-26.1.log.gz', 'gateway-2020-01-01.1.log.gz', 'note.txt']) writeFileSync(path.join(folder, name), '');
  open();
  expect(files()).toEqual(['cms-2025-11-26.1.log.gz', 'cms.log', 'gateway-2020-01-01.1.log.gz', 'note.txt']);
});

test('takes its settings from the environment and refuses nonsense by name', () => {
  expect(readLogSettings({})).toEqual({ maxBytes: 50 * 1024 * 1024, keepDays: 365 });
  expect(readLogSettings({ LOG_MAX_MB: '2', LOG_KEEP_DAYS: '183' })).toEqual({ maxBytes: 2 * 1024 * 1024, keepDays: 183 });
  expect(() => readLogSettings({ LOG_KEEP_DAYS: '一年' })).toThrow('LOG_KEEP_DAYS=一年 不对');
});
