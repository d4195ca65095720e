import { describe, expect, test } from 'vitest';

import { drawFile } from './draw-file.ts';
import { rfc822 } from './rss.ts';

describe('drawFile', () => {
  test('writes a feed whose words cannot break it', () => {
    const file = drawFile({
      path: '/a/rss.xml',
      template: 'Rss',
      props: {
        title: '要闻 <&"> - 站',
        link: '/a/',
        description: '说明',
        domain: 'www.example.gov.cn',
        items: [{ title: 'A & B\u0008', path: '/a/1/', description: undefined, time: '2026-11-22 08:10' }],
      },
    });
    expect(file?.body).toContain('<title>要闻 &lt;&amp;&quot;&gt; - 站</title>');
    expect(file?.body).toContain('<item><title>A &amp; B</title><link>https://www.example.gov.cn/a/1/</link>');
    expect(file?.body).toContain('<pubDate>Sun, 22 Nov 2026 08:10:00 +0800</pubDate>');
  });

  test('leaves pages to their templates', () => {
    expect(drawFile({ path: '/', template: 'Home', props: {} })).toBeUndefined();
  });
});

test('rfc822 gives a day without a time its beginning, in China', () => {
  expect(rfc822('2026-01-01')).toBe('Thu, 01 Jan 2026 00:00:00 +0800');
});
