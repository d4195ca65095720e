import { describe, expect, test } from 'vitest';

import { INDICATORS, inspectPage } from './inspect-page.ts';

const PARTS = {
  open: '<!doctype html><html lang="zh-Hans" data-mode="standard"><head><meta charset="utf-8"><title>关于供暖的通知</title>',
  site: '<meta name="SiteName" content="望川市人民政府"><meta name="SiteDomain" content="www.wangchuan.example"><meta name="SiteIDCode" content="9900000001">',
  column:
    '<meta name="ColumnName" content="通知公告"><meta name="ColumnDescription" content="发布通知"><meta name="ColumnKeywords" content="通知;公告"><meta name="ColumnType" content="工作动态">',
  content:
    '<meta name="ArticleTitle" content="关于供暖的通知"><meta name="PubDate" content="2026-11-09 09:30"><meta name="ContentSource" content="望川市住建局">',
  head: '<link rel="stylesheet" href="../../_astro/site.css"><link rel="canonical" href="https://www.wangchuan.example/news/1/"><script type="module" src="/_astro/site.js"></script></head><body>',
  heading: '<main><h1>关于供暖的 <span>通知</span></h1>',
  body: '<p>从 11 月 15 日开始。<a href="../2/?from=1#top">另一篇</a><a href="#top">回到顶部</a><a href="mailto:a@b.example">写信</a><a href="https://www.gov.cn/">中国政府网</a><a href="/link/?to=https%3A%2F%2Fexample.com%2F">合作网站</a><img src="/media/ab/%E5%9B%BE.png" alt=""></p></main>',
  footer:
    '<footer><a href="https://bszs.conac.cn/sitename?method=show"><img src="/marks/organ.svg" alt="党政机关"></a><a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9900000001">我为政府网站找错</a><p>主办：望川市人民政府办公室　电话：0000-660 1200<br>网站标识码：9900000001　示ICP备00000001号-1　示公网安备 00000000000001号</p><a href="../../site-map/">站点地图</a></footer></body></html>',
};
const ROUTES = new Set(['/news/1/', '/news/2/', '/_astro/site.css', '/_astro/site.js', '/media/ab/图.png', '/marks/organ.svg', '/site-map/']);

/** A page that is in order, with some parts exchanged. */
const inspect = (parts: Partial<typeof PARTS> = {}) =>
  inspectPage({ path: '/news/1/', html: Object.values({ ...PARTS, ...parts }).join(''), routes: ROUTES });
const body = (html: string) => inspect({ body: `${html}</main>` });

test('a page in order has no finding', () => {
  expect(inspect()).toEqual([]);
});

/** One page for each way to break an indicator: the message it gets, and nothing else is found. */
const broken: [string, ReturnType<typeof inspect>, string][] = [
  ['language', inspect({ open: PARTS.open.replace(' lang="zh-Hans"', '') }), '没有在 <html> 上写明语言（lang）'],
  ['elderly-marker', inspect({ open: PARTS.open.replace(' data-mode="standard"', '') }), 'data-mode="standard" 应当正好出现一次，实际 0 次'],
  ['elderly-marker', body('<i data-mode="standard"></i>'), 'data-mode="standard" 应当正好出现一次，实际 2 次'],
  ['no-inline', body('<script>alert(1)</script>'), '<script> 会被安全策略拒绝'],
  ['no-inline', body('<style>p { color: red }</style>'), '<style> 会被安全策略拒绝'],
  ['no-inline', body('<p style="color: red">红</p><p style="color: blue">蓝</p>'), '<p style> 会被安全策略拒绝'],
  ['no-inline', body('<button onclick="go()">走</button>'), '<button onclick> 会被安全策略拒绝'],
  ['no-inline', body('<a href="javascript:history.back()">返回</a>'), '<a href="javascript:"> 会被安全策略拒绝'],
  ['one-heading', inspect({ heading: '<main>' }), '应当正好有一个一级标题（h1），实际 0 个'],
  ['one-heading', body('<h1>又一个</h1>'), '应当正好有一个一级标题（h1），实际 2 个'],
  ['one-heading', inspect({ heading: '<main><h1> </h1>', content: '' }), '一级标题（h1）是空的'],
  ['page-tags', inspect({ site: PARTS.site.replace('SiteName', 'siteName') }), '缺少标签 SiteName'],
  ['page-tags', inspect({ column: '' }), '缺少标签 ColumnName、ColumnDescription、ColumnKeywords、ColumnType'],
  ['page-tags', inspect({ content: PARTS.content.replace('望川市住建局', 'null') }), '缺少标签 ContentSource'],
  ['page-tags', inspect({ column: PARTS.column.replace('发布通知', ' ') }), '缺少标签 ColumnDescription'],
  ['page-tags', inspect({ site: PARTS.site + '<meta name="SiteName" content="望川">' }), '标签 SiteName 写了不止一次'],
  ['page-tag-formats', inspect({ site: PARTS.site.replace('www.', 'https://www.') }), '标签 SiteDomain 的值“https://www.wangchuan.example”应当是不带协议和斜杠的域名'],
  ['page-tag-formats', inspect({ site: PARTS.site.replace('9900000001', '99') }), '标签 SiteIDCode 的值“99”应当是10 位标识码'],
  ['page-tag-formats', inspect({ column: PARTS.column.replace('工作动态', '新闻') }), '标签 ColumnType 的值“新闻”应当是规定的栏目类型之一'],
  ['page-tag-formats', inspect({ content: PARTS.content.replace('09:30', '24:30') }), '标签 PubDate 的值“2026-11-09 24:30”应当是YYYY-MM-DD HH:MM'],
  ['heading-is-title', inspect({ heading: '<main><h1>供暖</h1>' }), '标签 ArticleTitle 是“关于供暖的通知”，页面标题是“供暖”'],
  ['alt-text', body('<img src="/media/ab/图.png">'), '图片 /media/ab/图.png 没有替代文字（alt）'],
  ['internal-links', body('<a href="../3/">不见了</a>'), '链接 ../3/ 指向的页面或文件不存在'],
  ['internal-links', body('<img src="/media/ab/no.png" alt="">'), '链接 /media/ab/no.png 指向的页面或文件不存在'],
  ['internal-links', body('<picture><source srcset="/media/ab/v1/480.avif 480w"></picture>'), '链接 /media/ab/v1/480.avif 指向的页面或文件不存在'],
  ['internal-links', inspect({ head: '<link rel="icon" href="/no.svg"></head><body>' }), '链接 /no.svg 指向的页面或文件不存在'],
  ['external-notice', body('<a href="https://example.com/">外面</a>'), '站外链接 https://example.com/ 没有经过提示页'],
  ['external-notice', body('<a href="//gov.cn.example.com/">假的</a>'), '站外链接 //gov.cn.example.com/ 没有经过提示页'],
];

describe('each indicator', () => {
  test.each(broken)('%s finds what is wrong (%#)', (indicator, findings, message) => {
    expect(findings.map((finding) => [finding.indicator, finding.message])).toEqual([[indicator, message]]);
  });

  test.each([
    ['党政机关网站标识', PARTS.footer.replace('bszs.conac.cn', 'a.gov.cn').replace('alt="党政机关"', 'alt=""')],
    ['“我为政府网站找错”入口', PARTS.footer.replace('我为政府网站找错', '留言').replace('jiucuo', 'message')],
    ['网站标识码', PARTS.footer.replace('网站标识码：9900000001', '')],
    ['主办单位和联系方式', PARTS.footer.replace('主办', '')],
    ['ICP备案编号', PARTS.footer.replace('ICP备', '')],
    ['公安机关备案号', PARTS.footer.replace('公网安备', '')],
    ['站点地图', PARTS.footer.replace('站点地图', '地图')],
  ])('footer-elements misses %s', (name, footer) => {
    expect(inspect({ footer })).toMatchObject([{ indicator: 'footer-elements', level: 'warning', message: `页脚缺少${name}` }]);
  });

  test('has a page here that breaks it', () => {
    const tried = new Set([...broken.map(([id]) => id), 'footer-elements']);
    expect(INDICATORS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  test('says where it comes from, under a name of its own', () => {
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    for (const { title, source } of INDICATORS) expect([title, source].every((text) => text.length > 2)).toBe(true);
  });
});

describe('a page in order may', () => {
  test.each([
    ['be a home page, with the tags of the site only', inspect({ column: '', content: '' })],
    ['show the day only of a document that was brought over', inspect({ content: PARTS.content.replace(' 09:30', '') })],
    ['carry data for machines', body('<script type="application/ld+json">{"@type":"NewsArticle"}</script>')],
    ['link to its elderly address, a form and a file', body('<a href="/elder/news/2/">长者版</a><a href="/letters/write/">写信</a><a href="/media/ab/图.png">图</a>')],
  ])('%s', (_name, findings) => {
    expect(findings).toEqual([]);
  });
});
