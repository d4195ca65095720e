import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sanitiseRichText } from '../../rich-text/sanitise';
import { cleanBody } from './clean-body';

const html = (source: string, known: string[] = []) => cleanBody(source, 'html', known).html;
const markdown = (source: string) => cleanBody(source, 'markdown').html;

describe('cleanBody of a page from another system', () => {
  test('leaves out the title, though it is parted over two lines, and the document number', () => {
    const source = `<td id="content"><p style="text-align:center"><span style="font-weight:bold;font-size:18pt">望川市人民政府关于加强<br>河道管理的通知</span></p>
      <p style="text-align:center">望政发〔2020〕3号</p><p><br></p><p>各县人民政府：</p></td>`;
    expect(html(source, ['望川市人民政府关于加强河道管理的通知', '望政发〔2020〕3号'])).toBe('<p class="addressee">各县人民政府：</p>');
  });

  test('keeps a first line that only begins like the title', () => {
    expect(html('<p>河道管理</p><p>本市河道。</p>', ['河道管理办法'])).toBe('<p>河道管理</p>\n<p>本市河道。</p>');
  });

  test('makes headings of numbered lines that stand alone and keeps run-in headings in their paragraph', () => {
    const source = `<p style="text-indent:2em"><span style="font-weight:bold">一、总体要求</span></p>
      <p><span style="font-family:楷体">（一）工作目标。</span></p>
      <p><span style="font-family:楷体">（二）基本原则。</span><span style="font-family:宋体">先易后难，逐段推进。</span></p>
      <p>二、各县要在年底前完成河道清淤，并把结果报市水务局，逾期不报的通报批评。</p>`;
    expect(html(source)).toBe(
      [
        '<h2>一、总体要求</h2>',
        '<h3>（一）工作目标。</h3>',
        '<p><strong>（二）基本原则。</strong>先易后难，逐段推进。</p>',
        '<p>二、各县要在年底前完成河道清淤，并把结果报市水务局，逾期不报的通报批评。</p>',
      ].join('\n'),
    );
  });

  test('knows whom an answer is written to, and takes no sentence for an address', () => {
    expect(html('<p>王某等代表：</p><p>你们的建议收悉，现答复如下：</p><p>本办法由下列部门：</p>')).toBe(
      '<p class="addressee">王某等代表：</p>\n<p>你们的建议收悉，现答复如下：</p>\n<p>本办法由下列部门：</p>',
    );
  });

  test('joins the lines of a signature and marks the public note', () => {
    const source = `<p align="right">望川市人民政府 &nbsp; &nbsp;</p><p align="right">2020年3月2日&nbsp;</p><p>（此件公开发布）</p>`;
    expect(html(source)).toBe('<p class="signature">望川市人民政府<br />2020年3月2日</p>\n<p class="note">（此件公开发布）</p>');
  });

  test('drops fonts, colours, empty paragraphs and spaces typed as indent', () => {
    const source = '<p>　　<font color="red" face="宋体">河</font>道&nbsp;</p><p>&nbsp;</p><p><o:p></o:p></p><div style="color:red"> 清淤 </div>';
    expect(html(source)).toBe('<p>河道</p>\n<p>清淤</p>');
  });

  test('parts a paragraph at its breaks, also inside a span', () => {
    expect(html('<p><span>甲。<br>　　乙。</span>丙。<br></p>')).toBe('<p>甲。</p>\n<p>乙。丙。</p>');
  });

  test('gives tables header cells, keeps spans and takes a wide first row as the caption', () => {
    const source = `<table border="1"><tr><td colspan="2"><p><b>附表</b></p></td></tr><tr><td><b>河段</b></td><td><b>长度</b></td></tr>
      <tr><td rowspan="2">青溪</td><td><p>3 公里</p><p>（含支流）</p></td></tr><tr><td>1 公里</td></tr></table>`;
    expect(html(source)).toBe(
      '<table><caption>附表</caption><thead><tr><th scope="col">河段</th><th scope="col">长度</th></tr></thead>' +
        '<tbody><tr><td rowspan="2">青溪</td><td>3 公里<br />（含支流）</td></tr><tr><td>1 公里</td></tr></tbody></table>',
    );
  });

  test('opens a table that only holds the page together', () => {
    expect(html('<table><tr><td><p>甲。</p><p>乙。</p></td></tr></table>')).toBe('<p>甲。</p>\n<p>乙。</p>');
  });

  test('keeps the pictures that were found, each standing alone, and drops the others', () => {
    const source = '<p>甲<span>乙<img src="1.jpg">丙</span></p><p align="center"><img src="2.jpg"></p><figure><img src="1.jpg"><figcaption>河堤</figcaption></figure>';
    const { html: body } = cleanBody(source, 'html', [], ($) => void $('img[src="1.jpg"]').attr({ src: 'media:abc', alt: '夜里的河堤' }));
    expect(body).toBe(
      '<p>甲乙</p>\n<figure><img src="media:abc" alt="夜里的河堤" /></figure>\n<p>丙</p>\n<figure><img src="media:abc" alt="夜里的河堤" /><figcaption>河堤</figcaption></figure>',
    );
  });

  test('keeps a list inside a list', () => {
    expect(html('<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>')).toBe('<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>');
  });

  test('keeps links to other sites and lets scripts and local anchors go', () => {
    expect(html('<p><a href="https://a.example/?x=1&amp;y=2" onclick="x()">甲</a><a href="javascript:x()">乙</a><a name="z">丙</a></p>')).toBe(
      '<p><a href="https://a.example/?x=1&amp;y=2">甲</a>乙丙</p>',
    );
  });
});

describe('cleanBody of Markdown', () => {
  test('reads chapters, sections and articles of a law', () => {
    expect(markdown('## 第一章 总　则\n\n第一条 为了管理河道，制定本规定。\n\n### 第一节 清淤\n\n第二条之一　应当：\n\n(一)报告；\n\n(二)清理。')).toBe(
      [
        '<h2>第一章 总则</h2>',
        '<p><strong>第一条</strong>　为了管理河道，制定本规定。</p>',
        '<h3>第一节 清淤</h3>',
        '<p><strong>第二条之一</strong>　应当：</p>',
        '<p>(一)报告；</p>',
        '<p>(二)清理。</p>',
      ].join('\n'),
    );
  });

  test('keeps lists and tables', () => {
    expect(markdown('- 甲\n- 乙\n\n| 河段 | 长度 |\n|---|---|\n| 青溪 | 3 |')).toBe(
      '<ul><li>甲</li><li>乙</li></ul>\n<table><thead><tr><th scope="col">河段</th><th scope="col">长度</th></tr></thead><tbody><tr><td>青溪</td><td>3</td></tr></tbody></table>',
    );
  });
});

test('whatever comes in, what goes out is of the vocabulary and loses no word', () => {
  const word = fc.constantFrom('河道', '清淤', '一、要求', '（一）目标', '第一条', '2020年3月2日', '&amp;', ' ', '　');
  const open = fc.constantFrom('<p>', '<p align="right">', '<div>', '<span style="font-weight:bold">', '<b>', '<font face="楷体">', '<ul><li>', '<table><tr><td>', '<center>');
  const close = fc.constantFrom('</p>', '</div>', '</span>', '</b>', '</font>', '</li></ul>', '</td></tr></table>', '<br>', '</center>');
  const letters = (text: string) => text.replace(/<[^>]*>/g, '').replace(/&amp;/g, '&').replace(/[\s\u3000]/g, '');
  fc.assert(
    fc.property(fc.array(fc.oneof(word, open, close), { maxLength: 24 }), (parts) => {
      const source = parts.join('');
      const result = cleanBody(source, 'html').html;
      expect(sanitiseRichText(result)).toBe(result);
      expect(letters(result).split('').sort()).toEqual(letters(source).split('').sort());
    }),
    { numRuns: 500 },
  );
});
