import { expect, test } from 'vitest';

import { plainText } from './document.ts';

test('a paragraph and a row of a table are a line each, however they are laid out', () => {
  const html = '<p>明年\n缴费。</p>\n<table>\n<caption>标准（元）</caption>\n<thead>\n<tr>\n<th scope="col">人员</th>\n<th scope="col">个人缴</th>\n</tr>\n</thead>\n<tbody><tr>\n<th scope="row">一般居民</th>\n<td>410</td>\n</tr></tbody></table>\n<ul>\n<li>带<strong>身份证</strong></li>\n</ul>';
  expect(plainText(html)).toBe('明年 缴费。\n标准（元）\n人员 个人缴\n一般居民 410\n带身份证');
});

test('line breaks stay, and characters are read', () => {
  expect(plainText('<p>一<br>二&nbsp;&lt;三&gt; &amp;</p>')).toBe('一\n二 <三> &');
});
