import { Readable } from 'node:stream';

import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';

import { readTable } from './read-table';

const csv = (text: string) => readTable('数据.csv', Readable.from([Buffer.from(text)]));

describe('readTable', () => {
  test('takes head and first rows of a CSV and counts the rest', async () => {
    const many = Array.from({ length: 250 }, (_, at) => `${at},"名称，${at}"`).join('\r\n');
    const { rows, rowCount } = (await csv(`\ufeffid,name\r\n${many}\r\n`))!;
    expect(rowCount).toBe(250);
    expect(rows).toHaveLength(11);
    expect(rows[0]).toEqual(['id', 'name']);
    expect(rows[2]).toEqual(['1', '名称，1']);
  });

  test('says what is wrong with a crooked CSV, and where', async () => {
    await expect(csv('a,b\n1,2\n3\n')).rejects.toThrow(/第 3 行附近有错：每一行的列数要相同/);
  });

  test('reads the first sheet of a workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('一');
    sheet.addRows([['编号', '数量'], ['甲', 3], ['乙', 4.5]]);
    const { rows, rowCount } = (await readTable('表.xlsx', Readable.from([Buffer.from(await workbook.xlsx.writeBuffer())])))!;
    expect(rows).toEqual([['编号', '数量'], ['甲', '3'], ['乙', '4.5']]);
    expect(rowCount).toBe(2);
  });

  test('has no preview for other kinds', async () => {
    await expect(readTable('说明.pdf', Readable.from(['%PDF']))).resolves.toBeUndefined();
  });
});
