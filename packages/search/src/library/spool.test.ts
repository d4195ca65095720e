import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SearchDocument } from '@mingchuang/content';
import { expect, test } from 'vitest';

import { openSpool } from './spool.ts';

const documentOf = (number: number, text: string): SearchDocument => ({ url: `/${number}/`, kind: 'article', title: `第${number}篇`, aliases: ['别名'], text, ...(number % 2 && { date: '2026-11-27' }) });

test('gives back what was put, the last of each address, and leaves no file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchuang-spool-'));
  const file = join(folder, 'spool.ndjson');
  const spool = openSpool(file);
  const documents = Array.from({ length: 40 }, (_, number) => documentOf(number, '正文𠮷'.repeat(number * 1000)));
  spool.put(documentOf(7, '旧的'));
  for (const document of documents) spool.put(document);
  const list = spool.list();
  expect(list).toHaveLength(40);
  expect(list.map(spool.read).sort((a, b) => a.text.length - b.text.length)).toEqual(documents);
  expect(list.find(({ url }) => url === '/3/')).toMatchObject({ date: '2026-11-27', size: '正文𠮷'.length * 3000 + 600 });
  spool.close();
  expect(existsSync(file)).toBe(false);
  rmSync(folder, { recursive: true });
});
