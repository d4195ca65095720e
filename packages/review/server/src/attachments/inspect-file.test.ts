import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';

import { inspectFile } from './inspect-file.ts';
import { readParts } from './read-parts.ts';

const IDENTITY = '11010519491231002X';
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The least that is a PDF: a page for each text. */
function makePdf(...texts: string[]): Uint8Array {
  const pages = texts.map((_text, at) => 4 + at * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...texts.flatMap((text, at) => {
      const stream = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents ${pages[at]! + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return bytesOf(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`);
}

async function makeWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const list = workbook.addWorksheet('名单');
  list.addRows([['姓名', '电话', '号码'], ['王某', '13800000123', IDENTITY], ['李某', '', ''], ['赵某', '13900000456', '']]);
  list.getColumn(3).hidden = true;
  list.getColumn(9).hidden = true;
  list.getRow(4).hidden = true;
  const draft = workbook.addWorksheet('底稿');
  draft.state = 'veryHidden';
  draft.addRow([{ richText: [{ text: '138' }, { text: '00000789' }] }]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('inspectFile', () => {
  test('reads a workbook to its hidden sheets, columns and rows', async () => {
    expect(await inspectFile('.xlsx', await makeWorkbook())).toEqual({
      hits: [
        { kind: 'mobile', masked: '138****0123', count: 2, where: '工作表“名单”' },
        { kind: 'identity', masked: '110105********002X', count: 1, where: '工作表“名单”' },
        { kind: 'mobile', masked: '138****0789', count: 1, where: '工作表“底稿”（隐藏）' },
      ],
      hidden: ['工作表“名单”第 C 列', '工作表“名单”第 4 行', '工作表“底稿”'],
    });
  });

  test('reads a PDF page by page, and says when there are only pictures', async () => {
    expect(await inspectFile('.pdf', makePdf('nothing', `ID ${IDENTITY} tel 13800000123`))).toEqual({
      hits: [
        { kind: 'identity', masked: '110105********002X', count: 1, where: '第 2 页' },
        { kind: 'mobile', masked: '138****0123', count: 1, where: '第 2 页' },
      ],
    });
    expect((await inspectFile('.pdf', makePdf(''))).unread).toContain('扫描');
  });

  test('reads a document of Word', async () => {
    const folder = join(import.meta.dirname, '../../../../../apps/cms/tests/old-sites/office-files/site/动态');
    const name = readdirSync(folder).find((file) => file.startsWith('2022'))!;
    expect((await readParts('.docx', readFileSync(join(folder, name)))).parts[0]!.text).toContain('夜市');
  });

  test('reads tables of either encoding', async () => {
    const gbk = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, ...bytesOf(IDENTITY)]);
    for (const bytes of [bytesOf(`姓名,${IDENTITY}`), gbk]) expect((await inspectFile('.csv', bytes)).hits).toMatchObject([{ kind: 'identity' }]);
    expect((await readParts('.csv', gbk)).parts[0]!.text).toContain('姓名');
  });

  test('says of a damaged file that it was not read', async () => {
    for (const extension of ['.docx', '.xlsx', '.pdf']) expect((await inspectFile(extension, bytesOf('nothing'))).unread, extension).toContain('打不开');
  });
});
