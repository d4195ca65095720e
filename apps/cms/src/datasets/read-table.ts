import { extname } from 'node:path';
import type { Readable } from 'node:stream';

import { parse } from 'csv-parse';

/** The first rows of a table as text, and how many rows of data it has. The first of `rows` names the fields. */
export interface TableStart {
  rows: string[][];
  rowCount: number;
}

/** Rows of data shown on the page of a dataset. */
const SHOWN = 10;
const CELL = 80;

const cut = (text: string) => (text.length > CELL ? `${text.slice(0, CELL)}…` : text);

/**
 * Reads the head and the first rows of a CSV or XLSX file, and counts the rest without keeping it.
 * @returns `undefined` for files of other kinds, which have no preview.
 * @throws {Error} When the file is not a table of that kind; the message is for editors.
 */
export async function readTable(name: string, stream: Readable): Promise<TableStart | undefined> {
  switch (extname(name).toLowerCase()) {
    case '.csv':
      return readRows(csvRows(stream));
    case '.xlsx':
      return readRows(sheetRows(stream));
    default:
      stream.destroy();
      return undefined;
  }
}

async function readRows(source: AsyncIterable<string[]>): Promise<TableStart> {
  const rows: string[][] = [];
  let seen = 0;
  for await (const row of source) {
    if (seen++ <= SHOWN) rows.push(row.map(cut));
  }
  return { rows, rowCount: Math.max(0, seen - 1) };
}

async function* csvRows(stream: Readable): AsyncIterable<string[]> {
  const parser = stream.pipe(parse({ bom: true, skip_empty_lines: true, relax_column_count: false }));
  stream.on('error', (error) => parser.destroy(error));
  try {
    for await (const row of parser) yield row as string[];
  } catch (cause) {
    const line = (cause as { lines?: number }).lines;
    throw new Error(`不是规整的 CSV${line ? `，第 ${line} 行附近有错` : ''}：每一行的列数要相同，含逗号或换行的内容要用双引号括起来`, { cause });
  }
}

/** The first sheet, row by row. */
async function* sheetRows(stream: Readable): AsyncIterable<string[]> {
  // Loaded with the first table: it is large, and most processes read none.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.read(stream);
  } catch (cause) {
    throw new Error('不能作为 XLSX 表格打开，请用 Excel 或 WPS 重新保存', { cause });
  }
  const sheet = workbook.worksheets[0];
  if (!sheet) return;
  const width = sheet.columnCount;
  for (let at = 1; at <= sheet.rowCount; at++) {
    const row = sheet.getRow(at);
    if (row.hasValues) yield Array.from({ length: width }, (_, column) => row.getCell(column + 1).text.trim());
  }
}
