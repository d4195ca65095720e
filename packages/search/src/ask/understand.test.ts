import { expect, test } from 'vitest';

import { understand } from './understand.ts';

test.each([
  ['教育局几点下班', ['hours'], '教育局'],
  ['婚姻登记处周六上班吗', ['hours'], '婚姻登记处'],
  ['婚姻登记处周六开不开', ['hours'], '婚姻登记处'],
  ['市民政局在什么地方', ['place'], '市民政局'],
  ['人社局的电话是多少', ['phone'], '人社局'],
  ['办居住证要带什么材料？', ['materials'], '办居住证'],
])('%s asks for %s of %s', (question, wanted, core) => {
  expect(understand(question)).toMatchObject({ wanted, core });
});
