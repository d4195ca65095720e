import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sanitiseData } from './attributes';
import { sanitiseRichText } from './sanitise';

const clean = sanitiseRichText;

describe('sanitiseRichText', () => {
  test('keeps a document of the vocabulary as it is', () => {
    const html =
      '<h2>一、总体要求</h2><p class="addressee">各区人民政府：</p><p>见<a href="/zhengce/1/">通知</a>和<a href="entry:policy-document/abc123">原文</a>。</p>' +
      '<table><caption>表1</caption><thead><tr><th scope="col" colspan="2">项目</th></tr></thead><tbody><tr><td>一</td><td rowspan="2">二</td></tr></tbody></table>' +
      '<figure><img src="media:abc123" alt="图" /><figcaption>说明</figcaption></figure><p class="signature">望川市人民政府</p>';
    expect(clean(html)).toBe(html);
  });

  test('takes fonts, colours and classes of a word processor off and keeps the words', () => {
    expect(
      clean(
        '<p class="MsoNormal" style="text-indent:32pt"><span lang="EN-US" style="font-family:仿宋">　　为贯彻<b>落实</b><o:p></o:p></span></p><p>&nbsp;</p>',
      ),
    ).toBe('<p>为贯彻<strong>落实</strong></p>');
  });

  test('removes scripts, handlers, frames and forms', () => {
    expect(
      clean('<p onclick="x()">甲</p><script>alert(1)</script><iframe src="//x"></iframe><form><input></form><svg onload=x></svg>'),
    ).toBe('<p>甲</p>');
  });

  test.each(['javascript:alert(1)', ' java\nscript:x', 'data:text/html,x', '//evil.example', 'vbscript:x', '#', 'ftp://a'])(
    'unwraps a link to %j',
    (href) => {
      expect(clean(`<p><a href="${href}">字</a></p>`)).toBe('<p>字</p>');
    },
  );

  test.each(['https://x.example/a.png', 'data:image/png;base64,AA', '/uploads/a.png', 'media:../x'])('drops a picture at %j', (src) => {
    expect(clean(`<p>字<img src="${src}" alt="x"></p>`)).toBe('<p>字</p>');
  });

  test('turns the headings of a page into ours', () => {
    expect(clean('<h1>甲</h1><h5>乙</h5>')).toBe('<h2>甲</h2><h4>乙</h4>');
  });

  test('removes blocks that hold only spaces', () => {
    expect(clean('<ul><li><p> </p></li><li>甲</li></ul><p>　<br></p><h2></h2>')).toBe('<ul><li>甲</li></ul>');
  });

  test('changes nothing the second time, whatever comes in', () => {
    const tag = fc.constantFrom('p', 'b', 'a href="x"', 'a href="/x"', 'div', 'h1', 'li', 'ul', 'td', 'table', 'img src="media:a"', 'script', 'th');
    const part = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0]}>`),
      fc.string({ maxLength: 8 }),
      fc.constantFrom('　', '&nbsp;', '<br>', '一、', '&lt;script&gt;', '<', '>', '&'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const once = clean(parts.join(''));
        expect(clean(once)).toBe(once);
        expect(once).not.toMatch(/<(script|style|div|span|iframe|svg)/i);
        expect(once).not.toMatch(/<[^>]*\s(?!href=|src=|alt=|class=|scope=|colspan=|rowspan=)[a-z-]+=/i);
      }),
      { numRuns: 400 },
    );
  });
});

describe('sanitiseData', () => {
  const getSchema = (uid: string) => (uid === 'x.part' ? { attributes: { text: { type: 'text', customField: 'global::rich-text' } } } : undefined);
  const schema = {
    attributes: {
      title: { type: 'string' },
      body: { type: 'text', customField: 'global::rich-text' },
      parts: { type: 'component', component: 'x.part' },
    },
  };

  test('cleans rich text in the document and in its components, and nothing else', () => {
    expect(
      sanitiseData({ title: '<b>', body: '<b>甲</b>', parts: [{ text: '<i>乙</i>' }] }, schema, getSchema),
    ).toEqual({ title: '<b>', body: '<strong>甲</strong>', parts: [{ text: '<em>乙</em>' }] });
  });
});
