import { describe, expect, test } from 'vitest';

import { amountText, differenceText, formatNumber, growth, shareText } from './amounts.ts';

describe('amounts', () => {
  test('are in 亿元 from one 亿 up and in 万元 below', () => {
    expect([amountText(5_253_000), amountText(10_000), amountText(9_999.5), amountText(620)]).toEqual([
      '525.3 亿元',
      '1 亿元',
      '9,999.5 万元',
      '620 万元',
    ]);
  });

  test('show direction by sign and shares of a whole', () => {
    expect([differenceText(655, 620), differenceText(930, 1180), differenceText(5, 5)]).toEqual(['▲ 35', '▼ 250', '—']);
    expect([shareText(1124, 5253), shareText(1, 0)]).toEqual(['21.4%', '—']);
    expect([growth(110, 100), growth(1, 0)]).toEqual([10, undefined]);
    expect(formatNumber(1234.567)).toBe('1,234.57');
  });
});
