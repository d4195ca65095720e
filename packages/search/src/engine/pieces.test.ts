import { describe, expect, test } from 'vitest';

import { piecesOf } from './pieces.ts';
import { openRules } from './rules.ts';

const rules = openRules({ same: [], also: [{ typed: ['退休金'], found: ['养老金'] }], best: [], worst: [], keep: [], hot: [] }, '2026-11-27');
const weights = (run: string) => Object.fromEntries(piecesOf(run, rules).map((piece) => [piece.run, piece.weight]));
/** Where word lists know no word. */
const withoutWords = (run: string) => Object.fromEntries(piecesOf(run, rules, { segment: (text: string) => [...text].map((segment) => ({ segment })) } as unknown as Intl.Segmenter).map((piece) => [piece.run, piece.weight]));

describe('piecesOf', () => {
  test('gives the pairs of a run; those inside a word count most, those over a seam less', () => {
    expect(weights('停车收费')).toEqual({ 停车: 1, 车收: 0.25, 收费: 1 });
  });

  test('lets particles and asking words count hardly anything', () => {
    const { 怎么, 丢了 } = weights('身份证丢了怎么办');
    expect([怎么, 丢了]).toEqual([0.15, 0.15]);
  });

  test('keeps a term with other ways to say it whole', () => {
    expect(piecesOf('退休金怎么领', rules)[0]).toEqual({ run: '退休金', weight: 1, also: ['养老金'] });
    expect(weights('退休金怎么领')).not.toHaveProperty('休金');
  });

  test('finds the same pairs where the browser knows no words', () => {
    expect(Object.keys(withoutWords('停车收费'))).toEqual(Object.keys(weights('停车收费')));
    expect(withoutWords('停车收费')).toEqual({ 停车: 1, 车收: 1, 收费: 1 });
  });

  test('takes words and numbers as they are', () => {
    expect(weights('gb18285')).toEqual({ gb18285: 1 });
  });
});
