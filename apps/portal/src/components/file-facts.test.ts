import { expect, test } from 'vitest';

import { fileFacts } from './file-facts.ts';

test.each([
  ['申请表（空表）.docx', 24_400, 'Word 文档，24 kB'],
  ['路段清单.pdf', 218_000, 'PDF，218 kB'],
  ['人口.CSV', 900, 'CSV 表格，1 kB'],
  ['规划图集.zip', 12_345_678, '压缩包，12.3 MB'],
])('%s is announced with its kind and size', (name, size, facts) => {
  expect(fileFacts({ name, size })).toBe(facts);
});
