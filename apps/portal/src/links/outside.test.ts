import { describe, expect, test } from 'vitest';

import { linkAttributes } from './outside.ts';

describe('linkAttributes', () => {
  test.each([
    'https://www.gov.cn/zhengce/',
    'http://a.b.gov.cn',
    'https://望川市人民政府.政务/',
    'https://bszs.conac.cn/sitename?x=1',
    '/a/',
    'tel:12345',
    'mailto:a@b.cn',
  ])('links straight to %s', (url) => {
    expect(linkAttributes(url)).toEqual({ href: url });
  });

  test.each([
    'https://example.com/?a=1&b=中',
    'https://fakegov.cn/',
    'https://gov.cn.example.com/',
    'https://x@evil.example/gov.cn',
  ])('leads to %s through the notice page', (url) => {
    expect(linkAttributes(url)).toEqual({ href: `/link/?to=${encodeURIComponent(url)}`, 'data-external': '' });
  });
});
