import { expect, test } from 'vitest';

import { findPersonalData } from './personal-data';

test('finds identity cards by their check sign and mobile numbers, masked', () => {
  // 11010519491231002X is the example of GB 11643-1999.
  expect(findPersonalData('王某，身份证11010519491231002X，电话 138-0000-0123。')).toEqual(['身份证号 110*************2X', '手机号 138******23']);
});

test('takes no other number for personal data', () => {
  expect(findPersonalData('统一社会信用代码 91330000123456789X，编号 110105194912310021，索引号 202003138000001234，热线 12345，010-13800000123')).toEqual([]);
});
