import type { SearchDocument } from '@mingchuang/content';
import { expect, test } from 'vitest';

import { buildVocabulary } from './vocabulary.ts';

const document = (title: string, ...aliases: string[]): SearchDocument => ({ url: `/${title}/`, kind: 'service', title, aliases, text: '' });

test('knows words that come in different company, and short names as they are', async () => {
  const { words } = await buildVocabulary([document('取公积金付房租', '公积金租房'), document('离职提取公积金'), document('温砚秋')]);
  const all = words.split(' ');
  expect(all).toContain('公积金');
  expect(all).toContain('温砚秋');
  expect(all).not.toContain('公积');
  expect(all).not.toContain('积金');
});

test('leaves out what is not in Chinese, and holds nothing for nothing', async () => {
  expect(await buildVocabulary([{ ...document('住宿登记'), language: 'en' }])).toEqual({ words: '' });
});
