import { expect, test } from 'vitest';

import { folded } from './folded.ts';

test.each([
  ['六十岁', '60岁'],
  ['八十三', '83'],
  ['每年交两千', '每年交2000'],
  ['三千五百元', '3500元'],
  ['一百零五块', '105块'],
  ['满十五年', '满15年'],
  ['十二月', '12月'],
  ['两个月', '2个月'],
  ['缴费', '交费'],
  ['一定要千万小心', '一定要千万小心'],
  ['三区四县的百姓', '三区四县的百姓'],
])('%s is compared as %s', (written, compared) => {
  expect(folded(written)).toBe(compared);
});
