import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maskName, maskNumbers } from './mask.ts';
import { maskNotice, type Notice } from './mask-notice.ts';

describe('maskNumbers', () => {
  test.each([
    ['身份证110101199003074518，', '身份证110101********4518，'],
    ['11010119900307451X', '110101********451X'],
    ['旧证110101900307451', '旧证110101******451'],
    ['电话13812345678', '电话138****5678'],
    ['138 1234 5678、138-1234-5678', '138****5678、138****5678'],
    ['卡号6222021234567890123', '卡号62**********0123'],
    ['<p><a href="tel:13812345678">打电话</a></p>', '<p><a href="tel:138****5678">打电话</a></p>'],
  ])('hides what is personal in %j', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  test.each([
    '座机0000-660 3366',
    '索引号990000006/2026-00112',
    '统一社会信用代码99000000MC0000006X',
    '金额12345678901元',
    '<a href="entry:article/a13812345678bcdefghijkl1m">',
    '2026年11月22日',
  ])('leaves %j as it is', (text) => {
    expect(maskNumbers(text)).toBe(text);
  });
});

describe('maskName', () => {
  test.each([
    ['何苗', '何*'],
    ['陈小明', '陈*明'],
    ['欧阳小明', '欧阳*明'],
    ['John Smith', 'J*** S****'],
    ['陈某某', '陈某某'],
    ['陈*明', '陈*明'],
  ])('makes %s into %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('maskNotice', () => {
  const notice = (more: Partial<Notice> = {}): Notice => ({
    title: '关于陈小明等二人的公示',
    body: '<p>陈小明（110101199003074518）、望川陈记餐饮有限公司，联系电话13812345678。</p>',
    entries: [
      { name: '陈小明', subject: 'person', code: '110101199003074518' },
      { name: '望川陈记餐饮有限公司', subject: 'organisation', code: '110101199003074518' },
    ],
    ...more,
  });

  test('hides names and numbers of people in list and texts, and nothing of organisations', () => {
    expect(maskNotice(notice())).toEqual({
      title: '关于陈*明等二人的公示',
      body: '<p>陈*明（110101********4518）、望川陈记餐饮有限公司，联系电话138****5678。</p>',
      entries: [
        { name: '陈*明', subject: 'person', code: '110101********4518' },
        { name: '望川陈记餐饮有限公司', subject: 'organisation', code: '110101199003074518' },
      ],
    });
  });

  test('hides mobile numbers of its contact, and leaves those of offices', () => {
    expect(maskNotice({ contact: '0000-660 3366，13812345678' }).contact).toBe('0000-660 3366，138****5678');
  });

  test('keeps names where the law wants them, numbers never', () => {
    const { title, entries } = maskNotice(notice({ namesMasked: false }));
    expect(title).toBe('关于陈小明等二人的公示');
    expect(entries![0]).toEqual({ name: '陈小明', subject: 'person', code: '110101********4518' });
  });

  test('changes nothing the second time, whatever comes in, and never lets a number through', () => {
    const digits = fc
      .array(fc.constantFrom(...'0123456789X -<>陈小明'), { maxLength: 40 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(digits, fc.string(), fc.boolean(), (body, name, namesMasked) => {
        const once = maskNotice({ body, namesMasked, entries: [{ name, subject: 'person', reason: body }] });
        expect(maskNotice(once)).toEqual(once);
        expect(once.body).not.toMatch(/(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/);
      }),
      { numRuns: 500 },
    );
  });
});
