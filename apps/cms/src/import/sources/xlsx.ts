import { Workbook, ValueType, type Cell, type CellValue, type Worksheet } from 'exceljs';

import { SourceError } from './source-error';
import type { Row, SourceRow } from './source-row';

const pad = (value: number) => String(value).padStart(2, '0');

/** A sheet's moments have no time zone: their UTC parts are what the cell shows. */
function readMoment(value: Date): string {
  const day = `${value.getUTCFullYear()}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`;
  const isDay = value.getTime() % 86_400_000 === 0;
  return isDay ? day : `${day} ${pad(value.getUTCHours())}:${pad(value.getUTCMinutes())}:${pad(value.getUTCSeconds())}`;
}

function readValue(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return readMoment(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) return readValue((value as { result?: CellValue }).result);
  if ('text' in value) return readValue(value.text);
  return 'error' in value ? value.error : '';
}

/** A cell merged into another shows its value too; only the first one holds it. */
const readCell = (cell: Cell) => (cell.type === ValueType.Merge ? '' : readValue(cell.value).trim());

function findSheet(workbook: Workbook, file: string, name: string | undefined): Worksheet {
  const sheet = name ? workbook.getWorksheet(name) : workbook.worksheets[0];
  if (sheet) return sheet;
  throw new SourceError(`${file} 里没有叫“${name ?? ''}”的工作表。有这些：${workbook.worksheets.map((one) => one.name).join('、')}`);
}

const readCells = (sheet: Worksheet, row: number, width: number) => Array.from({ length: width }, (_, index) => readCell(sheet.getCell(row, index + 1)));

/** A heading over the table fills one cell; the header fills several. */
function findHeader(sheet: Worksheet, width: number): number {
  for (let row = 1; row <= Math.min(sheet.rowCount, 20); row += 1) {
    if (readCells(sheet, row, width).filter(Boolean).length >= Math.min(2, width)) return row;
  }
  return 1;
}

/**
 * Reads a sheet of an XLSX file: the header is its first row with several filled cells. Dates become `2020-03-02`.
 * @param name Name of the sheet; the first one when it is not given.
 * @throws {SourceError} When the file is no workbook, or there is no such sheet.
 */
export async function* readXlsx(file: string, name?: string): AsyncGenerator<SourceRow> {
  const workbook = new Workbook();
  try {
    await workbook.xlsx.readFile(file);
  } catch (cause) {
    throw new SourceError(`${file} 打不开。如果是 .xls 或 .et 文件，请用表格软件另存为 .xlsx。`, { cause });
  }
  const sheet = findSheet(workbook, file, name);
  const width = sheet.columnCount;
  const start = findHeader(sheet, width);
  const header = readCells(sheet, start, width);
  for (let row = start + 1; row <= sheet.rowCount; row += 1) {
    const cells = readCells(sheet, row, width);
    if (!cells.some(Boolean)) continue;
    const value: Row = Object.fromEntries(header.flatMap((column, index) => (column ? [[column, cells[index]]] : [])));
    yield { file, place: `第 ${row} 行`, progress: row / sheet.rowCount, value };
  }
}
