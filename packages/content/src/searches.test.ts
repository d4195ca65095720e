import { expect, test } from 'vitest';

import { countedQuery } from './searches.ts';

test('queries that differ in form alone are counted as one', () => {
  expect(countedQuery('  ＡＰＩ　接口 ')).toBe('api 接口');
  expect(countedQuery('国发〔2019〕5号')).toBe(countedQuery('国发〔2019〕5號'.replace('號', '号')));
});

test.each(['', '   ', '13800138000', '138 0013 8000', '身份证 11010519491231002X', 'zhang@example.cn', '6222 0212 3456 7890', '我'.repeat(41)])('“%s” is not kept', (typed) =>
  expect(countedQuery(typed)).toBeUndefined(),
);

test('document numbers and years are kept', () => {
  for (const typed of ['望政发〔2026〕12号', '2026年预算', 'gb18285']) expect(countedQuery(typed)).toBe(typed);
});
