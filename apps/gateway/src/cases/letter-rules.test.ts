import { randomBytes } from 'node:crypto';
import { letterFiling, letterSubmission, type LetterSubmission } from '@mingchuang/content';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { identifyCase } from './case-identity.ts';
import { createLimit } from './limits.ts';
import { readForm } from './read-form.ts';
import { isReceiptPath, readReceipt, receiptPath } from './receipt.ts';
import { isSameOrigin } from './same-origin.ts';
import { scoreSuspicion, type Circumstances } from './suspicion.ts';
import { createViewToken, readViewToken } from './view-token.ts';

const NOW = Date.parse('2026-11-09T02:00:00Z');
const submission: LetterSubmission = letterSubmission.parse({
  purpose: 'help', agency: '', title: '路灯坏了', body: '人民路的路灯坏了很久，晚上看不清路', name: '李望', phone: '13800000000', mayPublish: true,
});

describe('identifyCase', () => {
  const key = randomBytes(32);

  test('gives one form and letter one number, and every other another', () => {
    const view = { at: NOW, nonce: 'a' };
    const first = identifyCase(key, view, submission, NOW);
    expect(identifyCase(key, view, { ...submission }, NOW)).toEqual(first);
    const others = [
      identifyCase(key, { ...view, nonce: 'b' }, submission, NOW),
      identifyCase(key, view, { ...submission, title: '路灯又坏了' }, NOW),
      identifyCase(key, view, submission, NOW, 1),
      identifyCase(randomBytes(32), view, submission, NOW),
    ];
    expect(new Set([first, ...others].map(({ number }) => number)).size).toBe(5);
    expect(new Set([first, ...others].map(({ code }) => code)).size).toBe(5);
  });

  test('uses the day in Asia/Shanghai and the characters of the contract, evenly', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 1500; index++) {
      const { number, code } = identifyCase(key, { at: 0, nonce: String(index) }, submission, Date.parse('2026-11-09T17:00:00Z'));
      expect(number).toMatch(/^20261110-/);
      expect(letterFiling.shape.number.safeParse(number).success && letterFiling.shape.code.safeParse(code).success).toBe(true);
      for (const character of number.slice(9) + code) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    // 21,000 characters, 677 of each of the 31 expected, standard deviation 26.
    expect(counts.size).toBe(31);
    for (const count of counts.values()) expect(Math.abs(count - 677)).toBeLessThan(150);
  });
});

describe('a view token', () => {
  const key = randomBytes(32);

  test('says when it was made, to its maker only', () => {
    const token = createViewToken(key, NOW);
    expect(readViewToken(key, token, NOW + 1000)).toMatchObject({ at: NOW });
    expect(readViewToken(randomBytes(32), token, NOW)).toBeUndefined();
    expect(readViewToken(key, token, NOW - 1)).toBeUndefined();
  });

  test('cannot be changed anywhere', () => {
    const token = createViewToken(key, NOW);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'0123456789abcdefABCDEF._-'), (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        // The last character of base64 has spare bits.
        return changed === token || readViewToken(key, changed, NOW + 1000) === undefined;
      }),
    );
  });
});

describe('scoreSuspicion', () => {
  const innocent: Circumstances = { text: submission.body, trapFilled: false, seconds: 60, earlier: 0, repeated: false, likeABrowser: true };

  test('does not suspect a plain letter', () => {
    expect(scoreSuspicion(innocent)).toBe(0);
  });

  test.each<[string, Partial<Circumstances>]>([
    ['a link', { text: `${submission.body}，见 https://www.wangchuan.example/a` }],
    ['an office with one address', { earlier: 50 }],
    ['a letter in English', { text: 'The street lamp in People Road has been broken for weeks.' }],
    ['an old browser', { likeABrowser: false }],
    ['a repeated letter', { repeated: true }],
    ['a hasty writer', { seconds: 2 }],
  ])('does not quarantine for %s alone', (_name, change) => {
    expect(scoreSuspicion({ ...innocent, ...change })).toBeLessThanOrEqual(60);
  });

  test('quarantines what a program filled in, and a flood of one text', () => {
    expect(scoreSuspicion({ ...innocent, trapFilled: true })).toBeGreaterThan(60);
    expect(scoreSuspicion({ ...innocent, repeated: true, earlier: 6 })).toBeGreaterThan(60);
  });

  test('stays between 0 and 100', () => {
    const worst = { text: 'http://a http://b http://c aaaaaaaaaaaaaaaaaaaa', trapFilled: true, seconds: 0, earlier: 99, repeated: true, likeABrowser: false };
    expect(scoreSuspicion(worst)).toBe(100);
  });
});

describe('isSameOrigin', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://ours.example' }, false],
    [{ origin: 'https://ours.example' }, true],
    [{ origin: 'https://ours.example.evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ referer: 'https://ours.example/letters/write/' }, true],
    [{ referer: 'https://evil.example/ours.example' }, false],
    [{}, true],
  ])('%j: %j', (headers, same) => {
    expect(isSameOrigin(headers, 'ours.example')).toBe(same);
  });
});

test('a receipt survives its address, whatever it says', () => {
  const key = randomBytes(32);
  const text = fc.string({ maxLength: 30 });
  const receipt = fc.record({ kind: fc.constant('letter' as const), number: text, code: text, dueOn: text, limit: fc.nat(), queued: fc.boolean() });
  fc.assert(
    fc.property(receipt, (value) => {
      const path = receiptPath(key, value, NOW);
      expect(isReceiptPath(path)).toBe(true);
      expect(readReceipt(key, path, NOW + 1)).toEqual({ kind: 'receipt', receipt: value });
    }),
  );
});

test('a limit counts within its span and forgets after it', () => {
  const limit = createLimit(2, 60_000);
  expect([limit.take('a', 0), limit.take('a', 1000), limit.take('a', 2000), limit.take('b', 2000)]).toEqual([0, 0, 58, 0]);
  expect(limit.take('a', 60_000)).toBe(0);
});

test('a form keeps the first of doubled fields and no strange names', () => {
  expect(readForm('a=1&a=2&__proto__=x&b.c=3&d=%E4%BD%A0%0D%0A%00!&e=%zz')).toEqual({ a: '1', d: '你\n!', e: '%zz' });
});
