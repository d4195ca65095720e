import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { parseMapping } from '../mapping';
import { readHtmlPage } from './html-page';
import { readMarkdownPage } from './markdown-page';
import { readSource } from './read-source';
import type { SourceRow } from './source-row';

const folder = mkdtempSync(join(tmpdir(), 'sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mapping = parseMapping('{"type":"article","key":["id"],"fields":{}}');
async function read(name: string, content: string | Uint8Array): Promise<SourceRow[]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const rows: SourceRow[] = [];
  for await (const row of readSource(file, mapping)) rows.push(row);
  return rows;
}
const values = (rows: readonly SourceRow[]) => rows.map(({ value }) => value);

describe('a CSV file', () => {
  const expected = [{ 标题: '河道,清淤', 正文: '甲\n"乙"' }];
  // 标题,正文 and 河道,清淤 in GBK.
  const gbk = Uint8Array.from([0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xd5, 0xfd, 0xce, 0xc4, 0x0a, 0x22, 0xba, 0xd3, 0xb5, 0xc0, 0x2c, 0xc7, 0xe5, 0xd3, 0xd9, 0x22, 0x2c, 0x22, 0xbc, 0xd7, 0x0a, 0x22, 0x22, 0xd2, 0xd2, 0x22, 0x22, 0x22, 0x0a]);
  const text = '标题,正文\r\n"河道,清淤","甲\n""乙"""\r\n';

  test.each([
    ['UTF-8', text],
    ['UTF-8 with its mark', `\ufeff${text}`],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['GBK', gbk],
    ['tabs', '标题\t正文\n河道,清淤\t"甲\n""乙"""\n'],
  ])('is read in %s', async (name, content) => {
    expect(values(await read(`${name}.csv`, content))).toEqual(expected);
  });

  test('names rows that are not as wide as the header, and quotes that do not pair', async () => {
    expect(await read('narrow.csv', 'a,b\n1\n')).toMatchObject([{ place: '第 2 行', unreadable: '这一行有 1 列，表头有 2 列，请检查有没有多出或缺少的逗号' }]);
    await expect(read('quotes.csv', 'a,b\n"1,2\n3,4\n')).rejects.toThrow(/引号没有成对/);
    await expect(read('twice.csv', 'a,a\n1,2\n')).rejects.toThrow('表头里有两列都叫“a”');
  });
});

test('NDJSON names the lines that are no object', async () => {
  expect(await read('a.ndjson', '{"a":1}\n[1]\n\n{"a":\n')).toMatchObject([
    { place: '第 1 行', value: { a: 1 } },
    { place: '第 2 行', unreadable: '这一行不是一个对象', value: { _raw: '[1]' } },
    { place: '第 4 行', unreadable: expect.stringMatching(/^这一行不是正确的 JSON/) },
  ]);
});

test('files of other kinds are refused with a remedy', async () => {
  await expect(read('a.doc', '')).rejects.toThrow(/请先另存为新格式/);
  await expect(read('a.xlsx', 'not a workbook')).rejects.toThrow(/打不开/);
  await expect(read('a.html', '<p>')).rejects.toThrow(/映射里没有 pages/);
});

describe('a saved page', () => {
  const html = `<meta name="PubDate" content="2020-03-05 10:00"><title>通知_望川</title><div class="info">来源：水务局　日期：2020年3月5日</div>
    <div id="a"></div><div class="text"><p>正文</p><i class="share">分享</i></div><ul class="files"><li><a href="1.doc">申请表</a></li></ul>`;

  test('gives what the selectors find, page tags, and attachments beside the body', () => {
    const pages = { body: ['#zoom', '.text'], fields: { source: { select: '.info', match: '来源：(\\S+)' } }, attachments: '.files a', remove: ['.share'] };
    expect(readHtmlPage(html, pages)).toEqual({
      value: { PubDate: '2020-03-05 10:00', source: '水务局', title: '通知_望川', body: '<p>正文</p>', attachments: [{ href: '1.doc', text: '申请表' }] },
    });
  });

  test('without a body is no document', () => {
    expect(readHtmlPage(html, { body: '#zoom', fields: {}, remove: [] })).toEqual({ skipped: '没有找到正文（#zoom）' });
  });
});

describe('a Markdown file', () => {
  test('gives its front matter and its body', () => {
    expect(readMarkdownPage('---\ntitle: 甲\ntags: [乙, 丙]\ndate: 2020-03-05\n---\n# 甲\n\n丁')).toEqual({
      value: { title: '甲', tags: ['乙', '丙'], date: '2020-03-05', body: '<h1>甲</h1>\n<p>丁</p>\n' },
    });
  });

  test('names front matter that cannot be read', () => {
    expect(readMarkdownPage('---\ntitle: "甲\n---\n丁')).toEqual({ unreadable: expect.stringMatching(/不是正确的 YAML/) });
  });
});
