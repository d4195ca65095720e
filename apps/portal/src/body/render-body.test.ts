import type { FileRef } from '@mingchuang/content';
import { describe, expect, test } from 'vitest';

import { renderBody } from './render-body.ts';

const picture: FileRef = {
  id: 'f1',
  name: '图 1#.png',
  mime: 'image/png',
  size: 1,
  width: 640,
  height: 480,
  alt: '一座桥',
  version: '1',
  hash: 'ab12',
};
const render = (html: string, links: [string, string | undefined][] = []) =>
  renderBody(html, [picture], new Map(links));

describe('renderBody', () => {
  test('names headings by their place and lists the first level', () => {
    const { html, toc } = render(
      '<h2>一、总则</h2><h3>（一）目的</h3><h3>（二）范围</h3><h2>二、<strong>程序</strong></h2><h3>（一）申请</h3>',
    );
    expect(html).toBe(
      '<h2 id="c1">一、总则</h2><h3 id="c1-1">（一）目的</h3><h3 id="c1-2">（二）范围</h3><h2 id="c2">二、<strong>程序</strong></h2><h3 id="c2-1">（一）申请</h3>',
    );
    expect(toc).toEqual([
      { id: 'c1', text: '一、总则' },
      { id: 'c2', text: '二、程序' },
    ]);
  });

  test('leads links to where their document is now, and keeps the words of those that are gone', () => {
    const body = '<p>见<a href="entry:article/a1">这里</a>和<a href="entry:article/a2">那<em>里</em></a></p>';
    expect(
      render(body, [
        ['article/a1', '/x/1/'],
        ['article/a2', undefined],
      ]).html,
    ).toBe('<p>见<a href="/x/1/">这里</a>和那<em>里</em></p>');
  });

  test('sends links out of government through the notice page', () => {
    expect(render('<p><a href="https://example.com/?a=1&amp;b=2">站</a></p>').html).toBe(
      '<p><a href="/link/?to=https%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D2" data-external>站</a></p>',
    );
  });

  test('shows a picture with size and alternative, and drops one that is not there', () => {
    expect(render('<figure><img src="media:f1" alt=""></figure><p><img src="media:f9" alt="无"></p>').html).toBe(
      '<figure><img src="/media/ab12/图%201%23.png" alt="一座桥" width="640" height="480" loading="lazy" decoding="async"></figure><p></p>',
    );
  });

  test('offers the variants of a picture once they are made', () => {
    const { html } = renderBody('<figure><img src="media:f1" alt="桥"><figcaption>桥</figcaption></figure>', [{ ...picture, widths: [480, 640] }], new Map());
    expect(html).toBe(
      '<figure><picture><source type="image/avif" srcset="/media/ab12/v1/480.avif 480w, /media/ab12/v1/640.avif 640w" sizes="(min-width: 48em) 44rem, 100vw">' +
        '<source type="image/webp" srcset="/media/ab12/v1/480.webp 480w, /media/ab12/v1/640.webp 640w" sizes="(min-width: 48em) 44rem, 100vw">' +
        '<img src="/media/ab12/图%201%23.png" alt="桥" width="640" height="480" loading="lazy" decoding="async"></picture><figcaption>桥</figcaption></figure>',
    );
  });

  test('labels the cells of a plain table for phones and aligns figures', () => {
    const { html } = render(
      '<table><thead><tr><th scope="col">区</th><th scope="col">人数</th></tr></thead><tbody><tr><th scope="row">东</th><td>1,200 人</td></tr><tr><th scope="row">西</th><td>—</td></tr><tr><th scope="row">南</th><td>30%</td></tr></tbody></table>',
    );
    expect(html).toContain('<table class="stack">');
    expect(html).toContain('<th scope="col" class="n">人数</th>');
    expect(html).toContain('<td class="n" data-l="人数">1,200 人</td>');
  });

  test('lets a table with merged cells scroll in a region the keyboard can reach', () => {
    expect(render('<table><caption>表 1</caption><tbody><tr><td colspan="2">合并</td></tr></tbody></table>').html).toBe(
      '<div class="tbl" role="region" tabindex="0" aria-label="表 1"><table><caption>表 1</caption><tbody><tr><td colspan="2">合并</td></tr></tbody></table></div>',
    );
  });

  test('knows the four classes of a paragraph and no other', () => {
    expect(render('<p class="signature">市政府</p><p class="evil">文</p>').html).toBe(
      '<p class="sig">市政府</p><p>文</p>',
    );
  });

  test('lets nothing out that is not clean HTML', () => {
    expect(
      render('<p style="x" onclick="y">一<font>二</font><script>三</script></p><iframe src="z">四</iframe>').html,
    ).toBe('<p>一二</p>四');
    expect(render('<p><a href="javascript:x">一</a><a href="//x/">二</a><a href="data:x">三</a></p>').html).toBe(
      '<p>一二三</p>',
    );
  });
});
