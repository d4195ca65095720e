import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';

import type { FileParts } from './file-parts.ts';

function wordsOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date || typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return wordsOf(value.text as CellValue);
  if ('result' in value) return wordsOf(value.result as CellValue);
  return '';
}

/** Runs of numbers, as people say them: 3—9、12. */
function inRuns(numbers: readonly number[], name: (number: number) => string = String): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? name(from) : `${name(from)}—${name(to)}`)).join('、');
}

function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

function readSheet(sheet: Worksheet): { text: string; hidden: string[] } {
  const lines: string[] = [];
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      const words = wordsOf(cell.value);
      if (words === '') return;
      cells.push(words);
      if (row.hidden) rows.add(number);
      if (sheet.getColumn(column).hidden) columns.add(column);
    });
    lines.push(cells.join('\t'));
  });
  const name = `工作表“${sheet.name}”`;
  const inOrder = (numbers: Set<number>) => [...numbers].sort((a, b) => a - b);
  return {
    text: lines.join('\n'),
    hidden: [
      ...(sheet.state !== 'visible' && lines.length > 0 ? [name] : []),
      ...(columns.size > 0 ? [`${name}第 ${inRuns(inOrder(columns), letterOf)} 列`] : []),
      ...(rows.size > 0 ? [`${name}第 ${inRuns(inOrder(rows))} 行`] : []),
    ],
  };
}

/** Reads every sheet of a workbook, and names the sheets, columns and rows that are hidden and hold something. */
export async function readWorkbook(bytes: Uint8Array): Promise<FileParts> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const sheets = workbook.worksheets.map((sheet) => ({ sheet, ...readSheet(sheet) }));
  return {
    parts: sheets.map(({ sheet, text }) => ({ where: `工作表“${sheet.name}”${sheet.state === 'visible' ? '' : '（隐藏）'}`, text })),
    hidden: sheets.flatMap(({ hidden }) => hidden),
  };
}
