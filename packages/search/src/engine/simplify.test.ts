import { expect, test } from 'vitest';

import { simplify } from './simplify.ts';

test.each([
  ['醫療保險', '医疗保险'],
  ['補換領身份證', '补换领身份证'],
  ['颱風預警', '台风预警'],
  ['裏面 裡面 衞生 衛生', '里面 里面 卫生 卫生'],
  ['辦理護照2026', '办理护照2026'],
])('%s is searched as %s', async (typed, searched) => {
  expect(await simplify(typed)).toBe(searched);
});

test.each(['医疗保险', 'passport', '〔2026〕5号', ''])('%j is searched as typed', async (typed) => {
  expect(await simplify(typed)).toBe(typed);
});
