import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SearchDocument } from '@mingchuang/content';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { SearchAnswer } from '../src/engine/protocol.ts';
import { createDirectWriter, openSearchIndex } from '../src/index.ts';
import { startSearchAsker } from '../src/node/ask-index.ts';

const TITLES = ['30人', '30分', '30分钟', '第9届灯会', '第9期灯会', '第9届花展', '税', '税收', '12345', '123456', 'wifi', 'wifi6', '国发〔2019〕5号'];
const documents = TITLES.map((title): SearchDocument => ({ url: `/article/${title}/`, kind: 'article', title, aliases: [], text: '正文里写的是别的事情。', date: '2026-11-01' }));

const dir = mkdtempSync(join(tmpdir(), 'mingchuang-search-'));
const index = openSearchIndex({ dir, writer: createDirectWriter() });
const asker = startSearchAsker();
beforeAll(() => index.build(documents));
afterAll(() => {
  asker.close();
  rmSync(dir, { recursive: true });
});

/** Titles of what is said to be called exactly so, first things first. */
async function wholes(query: string): Promise<string[]> {
  const [answer] = await asker.askFolder(index.publicDir, { today: '2026-11-27', requests: [{ query, explain: true, asTyped: true }] });
  return answer!.results.flatMap(({ title, reasons }: SearchAnswer['results'][number]) => (reasons!.some(({ name }) => name === 'wholeTitle') ? [title.join('')] : []));
}

test.each(TITLES)('only “%s” is called exactly so, whatever else begins or ends like it', async (title) => {
  expect(await wholes(`《${title}》`)).toEqual([title]);
});
