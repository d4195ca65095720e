import { describe, expect, test } from 'vitest';

import { isLoopback, networkOf, visitorOf } from './address.ts';
import { findDoor } from './doors.ts';
import { lockAfter, RULES } from './lock-rules.ts';
import { describeWeakPassword } from './password-rules.ts';

describe('a lock', () => {
  test('begins after the allowed failures, doubles, and never grows beyond its longest', () => {
    const minutes = [4, 5, 6, 7, 8, 11, 1000].map((failures) => lockAfter(failures, RULES.pair) / 60_000);
    expect(minutes).toEqual([0, 1, 2, 4, 8, 60, 60]);
  });
});

describe('a password', () => {
  const owner = { email: 'wangxiaoming@wangchuan.example', firstname: '小明明', lastname: '王' };

  test.each([
    ['Short7abc', /至少要 10 个字符/],
    ['Aa1Aa1Aa1Aa1', /不同的字符太少/],
    ['Wangxiaoming1', /姓名或邮箱/],
    ['WANGxiaoming@wangchuan.example1', /姓名或邮箱/],
    ['王小明明Aa1234567', /太常见|姓名/],
    ['Password123!', /太常见/],
    ['P@ssw0rd2026', /太常见/],
    ['Admin123456', /太常见/],
    ['Qwerty12345', /太常见/],
    ['1qaz2WSX3edc', /太常见/],
    ['Woaini5201314', /太常见/],
    ['Mingchuang2026', /太常见/],
  ])('such as %s is refused', (password, reason) => expect(describeWeakPassword(password, owner)).toMatch(reason));

  test.each(['Passw0rd-of-the-tests', 'kxvm-RTQZ-7429', 'Lizhi-shucheng-17', '荔枝熟了Aq82蝉声'])('such as %s is taken', (password) =>
    expect(describeWeakPassword(password, owner)).toBeUndefined(),
  );
});

describe('a door', () => {
  test('is found however its address is written', () => {
    expect(findDoor('POST', '/Admin/LOGIN/')?.name).toBe('sign-in');
    expect(findDoor('HEAD', '/admin/registration-info')?.name).toBe('registration-info');
    expect(findDoor('GET', '/admin/login')).toBeUndefined();
  });
});

describe('an address', () => {
  test.each([
    ['203.0.113.77', '203.0.113.77', '203.0.113.0/24', false],
    ['::ffff:127.0.0.1', '127.0.0.1', '127.0.0.0/24', true],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1::/48', false],
    ['::1', '0:0:0:0', '0:0:0::/48', true],
  ])('%s is counted as %s and logged as %s', (address, visitor, network, loopback) => {
    expect([visitorOf(address), networkOf(address), isLoopback(address)]).toEqual([visitor, network, loopback]);
  });
});
