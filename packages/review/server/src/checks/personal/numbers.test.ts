import fc from 'fast-check';
import { expect, test } from 'vitest';

import { findPersonal, isIdentity, isLuhn } from './numbers.ts';

const two = (number: number) => String(number).padStart(2, '0');
const identity = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), fc.integer({ min: 1920, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 100, max: 999 }))
  .map(([region, year, month, day, order]) => {
    const head = `${region}${year}${two(month)}${two(day)}${order}`;
    return [...'0123456789X'].map((sign) => head + sign).find(isIdentity)!;
  });

test('finds every identity number that its check sign proves, and shows none of its birthday', () => {
  fc.assert(
    fc.property(identity, fc.constantFrom('身份证', '，', '(', ' '), fc.constantFrom('', '。', ')', '号'), (number, before, after) => {
      const [hit, ...others] = findPersonal(before + number + after);
      expect(others).toEqual([]);
      expect(hit).toMatchObject({ kind: 'identity', start: before.length, end: before.length + 18 });
      expect(hit!.masked).toBe(`${number.slice(0, 6)}********${number.slice(14)}`);
    }),
  );
});

test('finds no identity number with another sign at its end', () => {
  fc.assert(
    fc.property(identity, fc.integer({ min: 1, max: 10 }), (number, shift) => {
      const signs = '0123456789X';
      const wrong = number.slice(0, 17) + signs[(signs.indexOf(number[17]!) + shift) % 11];
      expect(findPersonal(wrong).filter(({ kind }) => kind === 'identity')).toEqual([]);
    }),
  );
});

test('tells a card from a number by Luhn', () => {
  expect(isLuhn('6222021234567890128')).toBe(true);
  expect(isLuhn('6222021234567890129')).toBe(false);
});
