import { describe, expect, test } from 'vitest';

import { RESERVED_SEGMENTS as OF_THE_CONTRACT } from '@mingchuang/content/paths';

import { checkRedirect, RESERVED_SEGMENTS } from './check-redirect';
import { readOldAddress, readOwnAddress } from './old-address';

describe('readOldAddress', () => {
  const read = (address: string, base = '/zwgk/2020/t1.html') => readOldAddress(address, base, ['old.example']);

  test.each([
    ['../2019/t2.html?x=1#top', { kind: 'inside', href: '/zwgk/2019/t2.html?x=1', path: '/zwgk/2019/t2.html', key: '/zwgk/2019/t2.html?x=1' }],
    ['/zwgk/index.html', { kind: 'inside', href: '/zwgk/index.html', path: '/zwgk/index.html', key: '/zwgk/' }],
    ['http://old.example/a.html', { kind: 'inside', href: '/a.html', path: '/a.html', key: '/a.html' }],
    ['upload\\1.doc', { kind: 'inside', href: '/zwgk/2020/upload/1.doc', path: '/zwgk/2020/upload/1.doc', key: '/zwgk/2020/upload/1.doc' }],
    ['https://other.example/a.html', { kind: 'outside', href: 'https://other.example/a.html' }],
    ['mailto:a@b.example', { kind: 'outside', href: 'mailto:a@b.example' }],
    ['javascript:void(0)', { kind: 'none' }],
    ['#top', { kind: 'none' }],
  ])('understands %s from the page it stands on', (address, expected) => {
    expect(read(address)).toEqual(expected);
  });

  test('never leaves the folder, whatever the address climbs to', () => {
    expect(read('../../../../etc/passwd')).toMatchObject({ path: '/etc/passwd' });
    expect(read('/%2e%2e/%2e%2e/etc/passwd')).toMatchObject({ path: '/etc/passwd' });
  });

  test('reads percent signs that hold GBK', () => {
    expect(read('/%B1%A8%C3%FB%B1%ED.doc')).toMatchObject({ path: '/报名表.doc' });
    expect(read('/%E6%8A%A5%E5%90%8D%E8%A1%A8.doc')).toMatchObject({ path: '/报名表.doc' });
  });

  test("takes the host of a document's own address for the old site", () => {
    expect(readOwnAddress('http://www.any.example/show/1.html')).toMatchObject({ href: '/show/1.html' });
    expect(read('http://www.any.example/2.html', 'http://www.any.example/show/1.html')).toMatchObject({ kind: 'inside', href: '/2.html' });
  });
});

describe('checkRedirect', () => {
  const redirects = new Map([['/b/', '/c/'], ['/c/', '/old/a.html'], ['/taken.html', '/x/']]);
  const known = { isPage: (path: string) => path === '/yaowen/', redirectOf: (path: string) => redirects.get(path) };
  const reason = (href: string, to = '/new/') => {
    const check = checkRedirect(href, to, known);
    return check.kind === 'refused' ? check.reason : check.kind;
  };

  test('makes those that lead somewhere, with the path as visitors ask for it', () => {
    expect(checkRedirect('/%E6%94%BF%E5%8A%A1/a.html', '/new/', known)).toEqual({ kind: 'new', from: '/政务/a.html' });
  });

  test.each([
    ['/show.asp?id=3', '网址带参数（? 后面的部分），跳转只看路径'],
    ['/a%20b.html', '网址里有空格或反斜杠'],
    ['/', '这是首页的网址'],
    ['/Index.html', '这是首页的网址'],
    ['/search/a.html', '/search/ 是平台保留的网址'],
    ['/media/a.png', '/media/ 是平台保留的网址'],
    ['/yaowen/', '新网站上已有这个网址的页面'],
    ['/taken.html', '已有从这里到 /x/ 的跳转'],
    [`/${'a'.repeat(255)}`, '网址超过 255 个字'],
  ])('refuses %s: %s', (href, expected) => {
    expect(reason(href)).toBe(expected);
  });

  test('refuses circles, short and long, and knows what is there', () => {
    expect(reason('/new/')).toBe('新旧网址一样');
    expect(reason('/old/a.html', '/b/')).toBe('会和已有的跳转兜圈子');
    expect(reason('/taken.html', '/x/')).toBe('there');
  });

  test('knows every address of the platform', () => {
    expect(RESERVED_SEGMENTS).toEqual(OF_THE_CONTRACT);
  });
});
