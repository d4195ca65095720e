import { describe, expect, test } from 'vitest';

import { convertPage } from './convert-page.ts';

describe('convertPage', () => {
  test.each([
    ['text', '<p>发现<b>头发</b></p>', '<p>發現<b>頭髮</b></p>'],
    ['what is read out', '<img alt="办事大厅" src="/media/a/办事.jpg">', '<img alt="辦事大廳" src="/media/a/办事.jpg">'],
    ['hints of fields', '<input name="q" placeholder="请输入" aria-label="搜索" value="">', '<input name="q" placeholder="請輸入" aria-label="搜索" value="">'],
    ['labels of values', "<p data-labels='{\"service\":\"办事\"}' data-kind=\"办事\">", "<p data-labels='{\"service\":\"辦事\"}' data-kind=\"办事\">"],
    ['options, but not their values', '<option value="民政局">民政局办公室</option>', '<option value="民政局">民政局辦公室</option>'],
    ['a tag with an angle in an attribute', '<a title="1 > 0 时" href="?q=时">时</a>', '<a title="1 > 0 時" href="?q=时">時</a>'],
  ])('converts %s', (_, html, converted) => {
    expect(convertPage(html)).toBe(converted);
  });

  test.each([
    ['what a citizen typed', '<input value="头发"><textarea name="body">\n头发 <b>发现</textarea>'],
    ['addresses', '<a href="/news/头发/?q=发现">1</a><form action="/头发/"></form>'],
    ['scripts, styles and comments', '<script>"头发"</script><style>a::before{content:"头发"}</style><!-- 头发 -->'],
    ['names and classes', '<p class="头发" id="发现" name="头发"></p>'],
    ['what is in 简体 on purpose', '<a data-to="hans" lang="zh-Hans" href="../">简体</a>'],
    ['the official tags', '<meta name="SiteName" content="望川市人民政府办公室">'],
  ])('leaves %s', (_, html) => {
    expect(convertPage(html)).toBe(html);
  });

  test('converts the hint of a field but not what was typed into it', () => {
    expect(convertPage('<textarea placeholder="请说明">请说明</textarea>')).toBe('<textarea placeholder="請說明">请说明</textarea>'.replace('說', '説'));
  });

  test('says which script it is in', () => {
    expect(convertPage('<!doctype html><html lang="zh-CN" data-mode="standard"><p lang="zh-CN">头发</p>')).toBe(
      '<!doctype html><html lang="zh-Hant" data-mode="standard"><p lang="zh-CN">頭髮</p>',
    );
  });

  test('leads to the English page, which is outside 繁體', () => {
    expect(convertPage('<a lang="en" hreflang="en" href="../en/a/">English</a>')).toBe('<a lang="en" hreflang="en" href="../../en/a/">English</a>');
  });

  test('keeps whoever changes the mode in Traditional characters', () => {
    expect(convertPage('<a class="x" data-to="elderly" href="/elder/a/"><b>长者版</b></a><a data-to="standard" href="/a/">标准版</a>')).toBe(
      '<a class="x" data-to="elderly" href="/elder/hant/a/"><b>長者版</b></a><a data-to="standard" href="/hant/a/">標準版</a>',
    );
  });
});
